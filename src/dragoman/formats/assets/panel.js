"use strict";
/* The panel beside an article: it shows the entry that is pointed at, tapped or walked to, and lights its words in the text.
   `turn(by)` may go to another page where the list ends, and then returns true; `keys` say what other keys do to the entry shown. */
function openPanel({ turn = () => false, keys = {} } = {}) {
  const roles = { statement: ["content", "cue", "source"], event: ["event"], vote: ["vote"], tie: ["tie"] };
  const MARKS = ".article a.n, .article a.g";
  const narrow = window.matchMedia("(max-width: 58rem)");
  const panel = document.getElementById("panel");
  const slot = panel.querySelector(".slot");
  const legend = panel.querySelector(".legend");
  const close = panel.querySelector(".close");
  const spans = Array.from(document.querySelectorAll(".article [data-m]"));
  let shown = null;
  let held = false;

  const entries = () => Array.from(document.querySelectorAll(".entries > .entry"));
  const named = (anchor) => { const found = document.getElementById(anchor); return found?.matches(".entry") ? found : null; };
  const kindOf = (entry) => Object.keys(roles).find((kind) => entry.classList.contains(kind));
  const markOf = (entry) => document.getElementById(`at-${entry.id}`);
  const entryOf = (mark) => named(mark.id.slice("at-".length));

  function light(entry) {
    const number = entry?.id.slice(1);
    const kind = entry && kindOf(entry);
    for (const span of spans) {
      const keysOf = span.dataset.m.split(" ");
      for (const [each, parts] of Object.entries(roles)) {
        for (const role of parts) span.classList.toggle(`on-${role}`, each === kind && keysOf.includes(`${role}:${number}`));
      }
    }
    for (const mark of document.querySelectorAll(MARKS)) mark.classList.toggle("on", Boolean(entry) && mark.id === `at-${entry.id}`);
    for (const one of entries()) one.classList.toggle("on", one === entry);
  }

  function show(entry, hold) {
    if (!entry) return;
    held = hold;
    panel.classList.toggle("held", held);
    if (shown === entry) return;
    shown = entry;
    light(entry);
    const title = document.createElement("p");
    title.className = "kicker";
    title.textContent = `${kindOf(entry)} ${entry.id.slice(1)} of ${entry.parentElement.dataset.total}`;
    slot.replaceChildren(title, entry.querySelector(".card").cloneNode(true));
    legend.hidden = true;
    close.hidden = false;
    panel.classList.add("open");
  }

  function hide() {
    shown = null;
    held = false;
    light(null);
    slot.replaceChildren();
    legend.hidden = false;
    close.hidden = true;
    panel.classList.remove("open", "held");
  }

  function go(entry) {
    if (!entry) return;
    const mark = markOf(entry);
    mark?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: narrow.matches ? "start" : "center" });
    show(entry, true);
  }

  function step(by) {
    const all = entries().filter(markOf);
    const at = all.indexOf(shown);
    const last = all.length - 1;
    if ((!all.length || at === (by > 0 ? last : 0)) && turn(by)) return;
    if (all.length) go(all[at < 0 ? (by > 0 ? 0 : last) : (at + by + all.length) % all.length]);
  }

  /* The entries whose words lie at a place of the text: events, votes and ties, then statements from the inner one outwards. */
  function under(node) {
    const span = node.closest(".article [data-m]");
    if (!span) return [];
    const letters = { event: "e", vote: "v", tie: "t" };
    const others = span.dataset.m.split(" ").map((key) => key.split(":")).filter(([role]) => role in letters);
    const statements = (span.dataset.s || "").split(" ").filter(Boolean);
    return [...others.map(([role, number]) => letters[role] + number), ...statements.map((number) => `s${number}`)].map(named).filter(Boolean);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(`${MARKS}, .panel a[href^='#'], .entry a.no`);
    const anchor = link?.getAttribute("href").replace(/^#(at-)?/, "");
    const entry = link && named(anchor);
    if (entry) {
      event.preventDefault();
      if (link.matches(MARKS) && !narrow.matches) show(entry, true);
      else go(entry);
      return;
    }
    if (event.target.closest("a, button, input, select, textarea, summary, label")) return;
    const found = under(event.target);
    if (found.length) {
      const at = held ? found.indexOf(shown) : -1;
      show(found[(at + 1) % found.length], true);
    } else if (held && event.target.closest(".article")) {
      hide();
    }
  });

  document.addEventListener("pointerover", (event) => {
    if (held || event.pointerType !== "mouse") return;
    const mark = event.target.closest(MARKS);
    show(mark ? entryOf(mark) : under(event.target)[0], false);
  });

  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(MARKS);
    if (mark) show(entryOf(mark), held);
  });

  const walking = { j: () => step(1), k: () => step(-1) };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && shown) {
      typing?.blur();
      hide();
    } else {
      const act = typing ? null : walking[event.key] ?? (shown && keys[event.key]);
      if (!act) return;
      act();
    }
    event.preventDefault();
  });

  close.addEventListener("click", hide);
  return { slot, entries, markOf, named, narrow, show, go, shown: () => shown };
}
