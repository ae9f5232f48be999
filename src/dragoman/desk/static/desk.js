"use strict";
(() => {
  document.documentElement.classList.add("js");

  const narrow = window.matchMedia("(max-width: 58rem)");
  const entries = () => Array.from(document.querySelectorAll(".entries:not(.alone) > .entry"));
  const panel = document.getElementById("panel");

  /* ---- copying ---- */
  const said = document.getElementById("said");
  const link = (root) => root.querySelector(".links a[href^='/entries/']");

  /* Buttons that copy a statement with its citation, where the browser lets a page do it. */
  function copyButtons(root) {
    if (!navigator.clipboard) return;
    for (const links of root.querySelectorAll(".links:not(.copied)")) {
      if (!links.closest(".statement, .slot.statement")) continue;
      links.classList.add("copied");
      for (const [form, name] of [["markdown", "Copy as Markdown"], ["plain", "Copy"]]) {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "copy", textContent: name });
        button.dataset.copy = form;
        links.prepend(button);
      }
    }
  }

  async function copy(button) {
    const answer = await fetch(`/api${link(button.closest(".card")).getAttribute("href")}`);
    if (!answer.ok) return;
    await navigator.clipboard.writeText((await answer.json()).citation[button.dataset.copy]);
    const before = button.textContent;
    button.textContent = "Copied";
    if (said) said.textContent = "Copied";
    setTimeout(() => { button.textContent = before; if (said) said.textContent = ""; }, 1500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) copy(button);
  });
  copyButtons(document);

  /* ---- the page that waits ---- */
  const waiting = document.getElementById("waiting");
  if (waiting) {
    const look = async () => {
      try {
        const answer = await fetch(waiting.dataset.stage, { cache: "no-store" });
        const now = await answer.json();
        if (now.ended || !answer.ok) { location.replace(waiting.dataset.then); return; }
        let past = true;
        for (const item of waiting.children) {
          const here = item.dataset.name === now.stage;
          if (here) past = false;
          item.className = here ? "now" : past ? "past" : "";
          item.toggleAttribute("aria-current", here);
        }
      } catch (_) { /* the desk is busy; look again */ }
      setTimeout(look, 600);
    };
    setTimeout(look, 400);
  }

  /* ---- an article and its entries ---- */
  if (!panel || !document.getElementById("article")) return;
  const slot = panel.querySelector(".slot");
  const legend = panel.querySelector(".legend");
  const close = panel.querySelector(".close");
  const spans = Array.from(document.querySelectorAll(".article [data-m]"));
  const roles = { statement: ["content", "cue", "source"], event: ["event"], vote: ["vote"], tie: ["tie"] };
  const memory = `desk ${location.search}`;
  let shown = null;
  let held = false;

  const kindOf = (entry) => Object.keys(roles).find((kind) => entry.classList.contains(kind));
  const markOf = (entry) => document.getElementById(`at-${entry.id}`);

  function light(entry) {
    const kind = entry && kindOf(entry);
    const wanted = entry ? roles[kind].map((role) => `${role}:${entry.id.slice(1)}`) : [];
    for (const span of spans) {
      const keys = span.dataset.m.split(" ");
      for (const role of Object.values(roles).flat()) {
        span.classList.toggle(`on-${role}`, wanted.includes(`${role}:${entry ? entry.id.slice(1) : ""}`) && keys.includes(`${role}:${entry.id.slice(1)}`));
      }
    }
    for (const mark of document.querySelectorAll(".article a.n, .article a.g")) mark.classList.toggle("on", Boolean(entry) && mark.id === `at-${entry.id}`);
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
    const kind = kindOf(entry);
    title.textContent = `${kind} ${entry.id.slice(1)} of ${entry.parentElement.dataset.total}`;
    const card = entry.querySelector(".card").cloneNode(true);
    slot.replaceChildren(title, card);
    slot.classList.remove("correcting");
    slot.classList.toggle("statement", kind === "statement");
    legend.hidden = true;
    close.hidden = false;
    panel.classList.add("open");
  }

  function hide() {
    shown = null;
    held = false;
    light(null);
    slot.replaceChildren();
    slot.classList.remove("correcting");
    legend.hidden = false;
    close.hidden = true;
    panel.classList.remove("open", "held");
  }

  function reach(entry) {
    const mark = markOf(entry);
    if (mark) {
      mark.focus({ preventScroll: true });
      mark.scrollIntoView({ block: narrow.matches ? "start" : "center" });
    }
  }

  function step(by) {
    const all = entries().filter(markOf);
    const at = all.indexOf(shown);
    const part = document.querySelector(`nav.pages a[rel="${by > 0 ? "next" : "prev"}"]`);
    if (part && (!all.length || (by > 0 ? at === all.length - 1 : at === 0))) {
      sessionStorage.setItem("desk turned", by > 0 ? "first" : "last");
      location.assign(part.href);
      return;
    }
    if (!all.length) return;
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    reach(next);
    show(next, true);
  }

  function under(node) {
    const span = node.closest(".article [data-m]");
    if (!span) return [];
    const numbers = (span.dataset.s || "").split(" ").filter(Boolean).map((number) => `s${number}`);
    const others = span.dataset.m.split(" ").map((key) => key.split(":")).filter(([role]) => ["event", "vote", "tie"].includes(role)).map(([role, number]) => `${role[0]}${number}`);
    return [...others, ...numbers].map((id) => document.getElementById(id)).filter(Boolean);
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".article a.n, .article a.g");
    if (mark) {
      event.preventDefault();
      show(document.getElementById(mark.id.slice(3)), true);
      return;
    }
    const inside = event.target.closest(".panel a[href^='#s'], .entry a.no");
    if (inside) {
      const entry = document.getElementById(inside.classList.contains("no") ? inside.getAttribute("href").slice(4) : inside.getAttribute("href").slice(1));
      if (entry && entry.matches(".entry")) {
        event.preventDefault();
        reach(entry);
        show(entry, true);
      }
      return;
    }
    const correct = event.target.closest(".decide a[href$='#correct']");
    if (correct && shown && correct.closest(".panel")) {
      event.preventDefault();
      open(correct);
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
    const mark = event.target.closest(".article a.n, .article a.g");
    const found = mark ? [document.getElementById(mark.id.slice(3))] : under(event.target);
    if (found.length) show(found[0], false);
  });

  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".article a.n, .article a.g");
    if (mark) show(document.getElementById(mark.id.slice(3)), held);
  });

  async function open(link) {
    const answer = await fetch(link.getAttribute("href").replace("#", "/"));
    if (!answer.ok) { location.assign(link.href); return; }
    const form = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form.correct");
    if (!form) { location.assign(link.href); return; }
    form.removeAttribute("id");
    form.elements.back.value = `${location.pathname}${location.search}`;
    slot.querySelector("form.correct")?.remove();
    slot.append(form);
    slot.classList.add("correcting");
    remember(0);
    form.querySelector("select, textarea, input:not([type='hidden'])").focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }

  /* After a decision the page is loaded anew; the entry at hand, or the one that took its place, is shown again. */
  function remember(by) {
    const at = entries().indexOf(shown);
    if (at >= 0) sessionStorage.setItem(memory, String(at + by));
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name='decision']");
    if (!button) return;
    const entry = button.closest(".entry");
    if (entry) shown = entry;
    remember(button.value.startsWith("accept") ? 1 : 0);
  }, true);

  const keys = {
    a: "button[value^='accept ']", x: "button[value^='reject ']", u: "button[value^='undo ']",
    e: ".decide a[href$='#correct']", c: "button.copy[data-copy='plain']",
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && shown) { if (typing) event.target.blur(); hide(); event.preventDefault(); return; }
    if (typing) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key in keys && shown) slot.querySelector(keys[event.key])?.click();
    else return;
    event.preventDefault();
  });

  close.addEventListener("click", hide);

  const before = sessionStorage.getItem(memory);
  const turned = sessionStorage.getItem("desk turned");
  sessionStorage.removeItem(memory);
  sessionStorage.removeItem("desk turned");
  const linked = document.getElementById(location.hash.slice(1));
  if (before !== null) {
    const all = entries();
    const entry = all[Math.min(Number(before), all.length - 1)];
    if (entry) { reach(entry); show(entry, true); }
  } else if (turned) {
    const all = entries().filter(markOf);
    const entry = all.at(turned === "first" ? 0 : -1);
    if (entry) { reach(entry); show(entry, true); }
  } else if (linked && linked.matches(".entry") && !narrow.matches) {
    show(linked, true);
  }
})();
