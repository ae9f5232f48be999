"""The mode of an event: which of the manual's modes of its type the trigger's words name, or else the words of its frame.

The lists are written from the manual's definitions of the modes (PLOVER codebook, draft 2.0, chapter 3), not from its examples. A mode
that no word names is None: most events have none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.reading.events.stems import joined, listed, pattern


class Words(NamedTuple):
    """A mode and the words that name it: in the trigger, and anywhere in the frame."""

    mode: str
    trigger: str
    frame: str


_ROWS = listed(
    """
CONSULT phone: phone*, telephon*, call, calls, called, videoconferenc*, teleconferenc* | by phone, phone, telephon*, video call*,
    video link, videoconferenc*, video conferenc*, teleconferenc*, virtual*, remotely
CONSULT multilateral: summit*, conference*, general assembly, plenar*, multilateral*, trilateral* | summit*, multilateral*,
    trilateral*, g7, g-7, g8, g20, g-20, general assembly, security council, ministerial
CONSULT third-party: | hosted by, mediated by, brokered by, facilitated by, auspices, neutral ground
CONSULT visit: visit*, travel*, trip*, tour, toured, touring, arriv*, depart*, fly, flies, flew, host, hosts, hosted, hosting |
    visit, visits, visited, visiting, trip
RETREAT ceasefire: ceasefire*, cease-fire*, truce*, armistice* | ceasefire*, cease-fire*, truce*, armistice*, fighting, hostilities
RETREAT resign: resign*, step* down, stand* down, quit, quits, abdicat* | resign*, resignation, step down
RETREAT release: releas*, free, frees, freed, freeing, repatriat* | hostage*, prisoner*, captive*, detainee*
RETREAT disarm: disarm*, demobili*, decommission*, surrender* | disarm*, weapons, arms, stockpile*
RETREAT access: access, allow*, permit*, permission, admit* | access, inspector*, observers, monitors, peacekeepers, aid workers,
    aid convoy*
RETREAT withdraw: withdr*, pull* out, pull* back, pullout, retreat*, evacuat*, drawdown*, draw* down, vacat*, cede*, ceding, leave,
    leaves, left, leaving | troops, forces, territory, positions
REQUEST meet: invit* | meet, meeting*, talks, negotiat*, dialogue, summit, discussions, mediat*, bargaining table
REQUEST yield: | releas*, free, freed, lift, lifting, ease, easing, ceasefire*, cease-fire*, truce, withdraw*, de-escalat*, disarm*,
    hostilities, end sanctions, pardon*, clemency
REQUEST assist: | aid, assist*, help, support, fund*, loan*, donat*, cooperat*, extradit*, troops, weapons, arms, ammunition,
    supplies, relief, trade
REQUEST change: | resign*, step down, reform*, legislat*, law, laws, bill, polic*, constitution*, election*, referendum*, impeach*,
    dismiss*, sack, institution*, decree
ACCUSE investigate: investigat*, probe*, probing, inquir*, inquest*, look* into, subpoena* | investigation*, inquiry, probe
ACCUSE allege: accus*, alleg*, charg*, indict*, sue, sues, sued, suing, lawsuit*, prosecut*, impeach*, on trial, trial, blam*,
    litigation |
ACCUSE disapprove: condemn*, denounc*, denunciation, critici*, critique*, deplor*, decr*, disapprov*, object*, complain*, rebuk*,
    protest*, lambast*, blast*, slam*, reprimand*, denigrat*, decried, censur*, regret*, disappoint*, unacceptable |
THREATEN arrest: | arrest*, detain*, imprison*, jail*
THREATEN expel: | expel*, expuls*
THREATEN territory: | occup*, annex*, seize, seizure, territory
THREATEN relations: | relations, ties, talks, negotiations, recall*
THREATEN restrict: | sanction*, embargo*, boycott*, tariff*, blockad*, curfew*, ban, bans, banning, restrict*, general strike
THREATEN violence: | attack*, bomb*, kill*, force, war, invad*, invasion, missile*, nuclear, destroy*, annihilat*, retaliat*,
    military, violence, blood*
PROTEST hunger: hunger strike*, hunger-strike*, fast, fasting | hunger strike*
PROTEST vandalize: vandal*, defac*, toppl* | vandal*, defac*, graffiti
PROTEST riot: riot*, loot*, rampag* | riot*, looted, looting, torched
PROTEST obstruct: block*, barricad*, obstruct*, blockad* | barricad*, blocked roads, blocking roads
PROTEST boycott: boycott* | boycott*
PROTEST strike: strike, strikes, striking, struck, walkout*, walk* out, stoppage* | walkout*, work stoppage*, general strike
PROTEST demo: protest*, demonstrat*, rally, rallies, rallied, rallying, march, marches, marched, marching, gather*, vigil*, sit-in*,
    took to the streets | demonstrat*, rally, march, marched, protesters, streets, square
SANCTION convict: convict*, found guilty, guilty, liable, sentenc*, unconstitutional, contempt | found guilty, convict*,
    unconstitutional, court-order*
SANCTION expel: expel*, expuls*, oust* | expel*, persona non grata, membership
SANCTION withdraw: withdr*, pull* out, quit, quits, leave, leaves, left, leaving, exit*, recall* | recalled
SANCTION discontinue: sanction*, embargo*, tariff*, cut* off, cut, cuts, cutting, suspend*, suspension*, halt*, freez*, froze*,
    terminat*, sever*, cease*, ceasing, blacklist*, discontinu*, boycott*, end, ends, ended, ending | sanctions, embargo*
MOBILIZE police: | police, security guards, security forces, riot police
MOBILIZE militia: | militia*, paramilitar*, militants, rebels, fighters
MOBILIZE troops: troop* | troop*, soldier*, reservist*, servicemen, battalion*, brigade*, national guard, conscript*, personnel
MOBILIZE weapons: missile*, test, tests, tested, launch* | missile*, rocket*, warship*, ship, ships, vessel*, fleet, carrier, jets,
    aircraft, tanks, artillery, bomber*, nuclear, warhead*, drones
COERCE martial-law: martial law, state of emergency, emergency | martial law, state of emergency, national emergency
COERCE curfew: curfew* | curfew*
COERCE cyber: hack*, cyber*, phish*, breach*, malware | hack*, cyber*, malware, ransomware, computer*, computer network*
COERCE misinformation: disinformation, misinformation, propagandi* | disinformation, misinformation, fake news, influence operation*
COERCE deport: deport*, expel*, expuls* | deport*
COERCE arrest: arrest*, detain*, detention*, imprison*, jail*, incarcerat*, apprehend*, in custody, custody | arrest*, custody,
    jailed, imprisoned
COERCE censor: censor* | censor*, newspaper*, broadcaster*, television, website*, publication*, publications, journalis*, press
    freedom
COERCE withhold: withh* | electricity, power supply, internet access, water supply, utilities, blackout
COERCE seize: seiz*, confiscat*, raid*, search*, impound*, expropriat*, nationaliz*, nationalis*, freez*, froze* | confiscat*, raid
COERCE restrict: restrict*, ban, bans, banned, banning, bar, bars, barred, barring, prohibit*, outlaw*, cordon*, blockad*, block*,
    limit*, oppress* | restrict*, banned, ban
ASSAULT abduct: abduct*, kidnap*, hijack*, hostage*, taking of hostages, took hostage* | kidnapp*, abduct*, hijack*, hostage*
ASSAULT sexual: rape*, raping, sexual* | rape, raped, rapes, sexual violence, sexually
ASSAULT torture: tortur* | tortur*
ASSAULT suicide-attack: suicide bomb*, suicide attack* | suicide bomb*, suicide attack*, suicide car
ASSAULT unconventional: gassed, poisoned | chemical weapon*, chemical attack*, nerve agent*, sarin, chlorine, biological weapon*,
    radiological, nuclear bomb*, nuclear weapon*, novichok, mustard gas
ASSAULT crowd-control: tear-gass*, teargass* | tear gas, teargas, water cannon*, water canon*, rubber bullet*, pepper spray*, stun
    grenade*, baton charge*, lathi*
ASSAULT drone: drone* | drone, drones, unmanned, uav*
ASSAULT aerial: airstrike*, air strike*, air-strike*, air raid*, carpet bomb* | airstrike*, air strike*, air raid*, warplane*,
    fighter jet*, jets, helicopter*, aerial, air force, from the air, bomber*
ASSAULT heavy-weapons: shell, shells, shelled, shelling*, bombard* | artillery, shelling, rocket*, missile*, tanks, mortar*,
    howitzer*, armoured vehicle*, armored vehicle*
ASSAULT explosives: bomb, bombs, bombed, bombing*, explosion*, explode*, blast*, detonat* | car bomb*, bomb, bombs, explosive*,
    landmine*, mines, ied*, grenade*, detonat*
ASSAULT targeted: assassinat*, execut*, massacr*, extrajudicial* | assassin*, assassinat*, extrajudicial*, execution*
ASSAULT firearms: shoot*, shot, shots, gunned down, sniper*, opened fire, open fire | gun, guns, gunman, gunmen, gunfire, rifle*,
    pistol*, sniper*, opened fire, shot, shooting, bullets
ASSAULT primitive: stab*, stoning, stoned, hack* to death, burned, burnt, set fire, arson* | knife, knives, machete*, axe, stones,
    rocks, molotov*, petrol bomb*, arson, stabbed
ASSAULT beat: beat, beats, beaten, beating*, punch*, kick* | beaten, beating, punched, kicked, clubbed
ASSAULT destroy: destroy*, destruction, demolish*, demolition*, raz* |
"""
)
"""By type and mode the words that name it: before the bar in the trigger, after it anywhere in the frame."""


def _lexicon() -> dict[str, tuple[Words, ...]]:
    found: dict[str, tuple[Words, ...]] = {}
    for name, words in _ROWS.items():
        type, mode = name.split()
        trigger, _, frame = words.partition("|")
        found[type] = (*found.get(type, ()), Words(mode, trigger, frame))
    return {**found, "REJECT": found["REQUEST"]}


LEXICON = _lexicon()
"""Modes by type, in the order in which they are tried; types without modes are not here. REQUEST and REJECT share theirs."""

WANTED = frozenset(("REQUEST", "REJECT", "THREATEN"))
"""Types whose mode is what is wanted or threatened: a frame that speaks of several names none."""

_Tried = tuple[str, re.Pattern[str], re.Pattern[str]]
_PATTERNS: dict[str, tuple[_Tried, ...]] = {
    type: tuple((row.mode, pattern(row.trigger), pattern(row.frame)) for row in rows) for type, rows in LEXICON.items()
}


def mode(type: str, trigger_words: Sequence[str], frame_words: Sequence[str]) -> str | None:
    """The mode of an event of that type; None where no word names one.

    `trigger_words` are the words of the trigger, `frame_words` those around it that belong to it: its clause, or its parties and what
    stands between them. The trigger decides before the frame.
    """
    rows = _PATTERNS.get(type, ())
    trigger, frame = joined(trigger_words), joined(frame_words)
    of_trigger = [name for name, words, _ in rows if words.search(trigger)]
    of_frame = [name for name, _, words in rows if words.search(frame)]
    if of_trigger:
        return of_trigger[0]
    return of_frame[0] if of_frame and (type not in WANTED or len(of_frame) == 1) else None
