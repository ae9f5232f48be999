"""The contexts of an event: what it is about, by words that name it.

The lists are written from the manual's definitions of the contexts (PLOVER codebook, draft 2.0, chapter 4), not from its examples. The
manual lets a context rest on the sentence or on the article; here it is whatever words are given.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.events.stems import joined, listed, pattern

LEXICON: dict[str, str] = listed(
    """
military: military, army, armies, navy, naval, air force, marines, armed forces, troops, soldier*, defence minist*, defense minist*,
    defense secretary, defence secretary, pentagon, warship*, airstrike*, air strike*, battalion*, brigade*, missile*, nato forces,
    invasion, invad*, general staff
intelligence: intelligence agenc*, intelligence service*, intelligence official*, intelligence sharing, share intelligence,
    espionage, spy, spies, spying, surveillance, wiretap*, cia, mossad, fsb, mi5, mi6, reconnaissance
executive: cabinet, prime minister's office, executive order*, executive branch, cabinet reshuffle, chief of staff, inner circle
legislative: parliament*, congress, congressional, senate, senator*, lawmaker*, legislat*, house of representatives, house of
    commons, knesset, duma, bundestag, bill, bills, mp, mps, impeach*, coalition government
election: election*, electoral, ballot*, candidate*, campaign trail, presidential campaign, presidential bid, primary, primaries,
    caucus*, polling station*, voters, referendum*
political_institutions: constitution, constitutional amendment*, constitutional reform*, constitutional crisis, political reform*,
    regime change, dissolv* parliament, prorog*, term limit*
pro_democracy: pro-democracy, democratization, democratisation, democratic reform*, free and fair election*, restor* democracy,
    promot* democracy, transition to democracy, democratic institutions
pro_autocracy: coup, coups, autocra*, authoritarian*, dictator*, martial law, state of emergency, postpon* elections, cancel*
    elections, junta
economic: econom*, trade, tariff*, financ*, inflation, gdp, recession, unemployment, monetary, export*, import, imports,
    investment*, investor*, currency, budget, debt, sanctions, embargo*, free trade, market, markets, world bank, imf, wto
legal: court*, judge*, judicia*, lawsuit*, lawyer*, attorney*, prosecutor*, tribunal*, international law, verdict, trial, indict*,
    constitutional court, supreme court, appeal court, geneva convention*, icc, icj, injunction, litigation, extradit*
reparations: reparation*, compensat*, restitution
human_rights: human right*, amnesty international
rights_freedoms: freedom of *, press freedom, free speech, civil libert*, civil right*, freedoms, political prisoner*, censor*,
    voting right*, right to *, rights of, women's rights, workers' rights, self-determination
repression: repress*, crackdown*, clampdown*, extrajudicial*, enforced disappearance*, excessive force, police brutality, political
    prisoner*, tear gas, tortur*
human_security: food security, food insecurity, food aid, hunger, famine, drinking water, clean water, shelter, housing,
    humanitarian*, homeless*, starv*, water crisis, relief supplies
gender: women, women's, gender, abortion*, reproductive, femicide*, feminis*
lgbt: lgbt*, gay, gays, lesbian*, transgender, same-sex, homosexual*, queer, bisexual*
religion_ethnicity: religio*, ethnic*, muslim*, christian*, jewish, jews, hindu*, sikh*, buddhist*, catholic*, church*, mosque*,
    islam, islamic, pope, bishop*, rohingya*, uyghur*, uighur*, kurd*, minorit*, sectarian, antisemit*, anti-semit*, islamophob*,
    caste, castes, indigenous, racis*, hijab*, niqab*
inequality: inequalit*, discriminat*, unequal, disparit*, racis*, marginali*
diplomatic: diplomat*, diplomacy, ambassador*, embass*, consul*, foreign minister*, foreign ministry, foreign secretary, secretary
    of state, state department, envoy*, bilateral*, summit*, treaty, treaties, negotiat*, peace talks, charge d'affaires, foreign
    affairs, ministry of foreign affairs, summon*
territory: territor*, border dispute*, sovereignty, annex*, separatis*, secession*, independence referendum, occupied, disputed,
    autonomy
peacekeeping: peacekeep*, peace-keep*, blue helmet*, monitoring mission, stabilization force, stabilisation force, peace process
health: health, disease*, epidemic*, pandemic*, outbreak*, vaccin*, covid*, covid-19, coronavirus*, sars-cov-2, ebola, hiv, aids,
    cholera, malaria, measles, flu, influenza, hospital*, medical
asylum: asylum
migration: migra*, immigra*, emigra*, refugee*, displaced, displacement, border wall, deport*, asylum seeker*, citizenship
disasters: earthquake*, flood*, hurricane*, cyclone*, typhoon*, drought*, tsunami*, landslide*, wildfire*, volcan*, storm,
    disaster*, oil spill*, heat wave*, heatwave*
natural_resource: oil, gas, petroleum, crude, coal, mineral*, mining, diamonds, rare earth*, rare-earth*, lumber, timber, fishing
    rights, pipeline*, opec
environment: environment*, climate, climate change, pollut*, emissions, deforest*, renewable*, biodivers*, conservation, greenhouse,
    global warming
technology: technolog*, semiconductor*, artificial intelligence, 5g, quantum, satellite*, spacecraft, high-tech, innovation*,
    aerospace
terrorism: terror*, counterterror*, counter-terror*, antiterror*, al-qaida, al-qaeda, al qaeda, isil, isis, islamic state, da'esh,
    daesh, boko haram, al-shabab, al-shabaab
cbrn: chemical weapon*, biological weapon*, nuclear weapon*, nuclear program*, nuclear test*, nuclear arms, nuclear deal, nuclear
    missile*, nuclear warhead*, nerve agent*, sarin, radiological, weapons of mass destruction, wmd, nonproliferation,
    non-proliferation, denuclear*, uranium, plutonium, nuclear arsenal*, iaea, jcpoa
cyber: cyber*, hack*, malware, ransomware, phishing, data breach*
misinformation: misinformation, disinformation, fake news, influence operation*, election interference
crime: crime, crimes, criminal*, murder*, theft, robber*, fraud, mafia, gang, gangs, homicide*, fugitive*, felony
corruption: corrupt*, brib*, embezzl*, nepotis*, cronyis*, graft, kickback*, extort*, money laundering, abuse of office, abuse of
    power
illegal_drugs: drug trade, drug trafficking, drug cartel*, drug lord*, narcotic*, cocaine, heroin, opium, fentanyl, methamphetamine,
    illegal drugs, illicit drugs
trafficking: traffick*, smuggl*
"""
)
"""The words of each context, in the manual's order."""

_PATTERNS = {context: pattern(words) for context, words in LEXICON.items()}
_WAR_CRIMES = pattern("war crime*, crimes against humanity, war criminal*")
_INSTEAD_OF_CRIME = frozenset(("trafficking", "corruption", "illegal_drugs"))


def contexts(words: Sequence[str]) -> tuple[str, ...]:
    """The contexts that the words name, in the manual's order; () where they name none.

    A more specific crime takes the place of `crime`, as the manual asks; war crimes are `human_rights`, never `crime`.
    """
    text = joined(words)
    ordinary = _WAR_CRIMES.sub("", text)
    found = {context for context, named in _PATTERNS.items() if named.search(ordinary if context == "crime" else text)}
    if ordinary != text:
        found.add("human_rights")
    if found & _INSTEAD_OF_CRIME:
        found.discard("crime")
    return tuple(context for context in LEXICON if context in found)
