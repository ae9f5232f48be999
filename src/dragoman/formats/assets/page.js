"use strict";
(() => {
  const root = document.documentElement;
  const panel = document.getElementById("panel");
  const slot = panel.querySelector(".slot");
  const legend = panel.querySelector(".legend");
  const close = panel.querySelector(".close");
  const spans = Array.from(document.querySelectorAll(".article [data-m]"));
  const marks = Array.from(document.querySelectorAll(".article a.n"));
  const roles = ["content", "cue", "source"];
  const narrow = window.matchMedia("(max-width: 58rem)");
  let shown = null;
  let held = false;

  root.classList.add("js");

  const markOf = (number) => document.getElementById(`at-s${number}`);

  function light(number) {
    for (const span of spans) {
      const keys = span.dataset.m.split(" ");
      for (const role of roles) span.classList.toggle(`on-${role}`, keys.includes(`${role}:${number}`));
    }
    for (const mark of marks) mark.classList.toggle("on", mark.dataset.n === String(number));
    for (const entry of document.querySelectorAll(".entry")) entry.classList.toggle("on", entry.id === `s${number}`);
  }

  function show(number, hold) {
    const entry = document.getElementById(`s${number}`);
    if (!entry) return;
    held = hold;
    panel.classList.toggle("held", held);
    if (shown === number) return;
    shown = number;
    light(number);
    const title = document.createElement("p");
    title.className = "kicker";
    title.textContent = `Statement ${number} of ${marks.length}`;
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

  function numbers(node) {
    const span = node.closest(".article [data-s]");
    return span ? span.dataset.s.split(" ").map(Number) : [];
  }

  function step(by) {
    if (!marks.length) return;
    const at = marks.findIndex((mark) => Number(mark.dataset.n) === shown);
    const next = at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length;
    marks[next].focus({ preventScroll: true });
    marks[next].scrollIntoView({ block: "start" });
    show(Number(marks[next].dataset.n), held);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-n]");
    if (link) {
      if (link.closest(".article") || link.closest(".panel")) event.preventDefault();
      const number = Number(link.dataset.n);
      show(number, true);
      if (narrow.matches || link.closest(".panel")) markOf(number)?.scrollIntoView({ block: "start" });
      return;
    }
    const back = event.target.closest("a.no[href^='#at-s']");
    if (back) {
      show(Number(back.getAttribute("href").slice(5)), true);
      return;
    }
    const found = numbers(event.target);
    if (found.length) {
      const at = held ? found.indexOf(shown) : -1;
      show(found[(at + 1) % found.length], true);
    } else if (held && event.target.closest(".article")) {
      hide();
    }
  });

  document.addEventListener("pointerover", (event) => {
    if (held || event.pointerType !== "mouse") return;
    const link = event.target.closest(".article a.n");
    const found = link ? [Number(link.dataset.n)] : numbers(event.target);
    if (found.length) show(found[0], false);
  });

  document.addEventListener("focusin", (event) => {
    const link = event.target.closest(".article a.n");
    if (link) show(Number(link.dataset.n), held);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Enter" && shown !== null && event.target === document.body) show(shown, true);
    else if (event.key === "Escape" && shown !== null) hide();
    else return;
    event.preventDefault();
  });

  close.addEventListener("click", hide);

  function mentions(index) {
    for (const span of spans) span.classList.toggle("on-mention", span.dataset.m.split(" ").includes(`mention:${index}`));
  }

  for (const link of document.querySelectorAll("a.actor")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      mentions(link.dataset.a);
      document.getElementById(`at-a${link.dataset.a}`)?.scrollIntoView({ block: "start" });
    });
  }
})();
