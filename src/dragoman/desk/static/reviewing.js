"use strict";
(() => {
  const memory = `desk ${location.search}`;
  const turned = "desk turned";

  /* j and k go on to the next part of a long article. */
  function turn(by) {
    const part = document.querySelector(`nav.pages a[rel="${by > 0 ? "next" : "prev"}"]`);
    if (!part) return false;
    sessionStorage.setItem(turned, by > 0 ? "first" : "last");
    location.assign(part.href);
    return true;
  }

  const buttons = {
    a: "button[value^='accept ']", x: "button[value^='reject ']", u: "button[value^='undo ']",
    e: ".decide a[href$='#correct']", c: "button.copy[data-copy='plain']",
  };
  const pressed = ([key, button]) => [key, () => panel.slot.querySelector(button)?.click()];
  const panel = openPanel({ turn, keys: Object.fromEntries(Object.entries(buttons).map(pressed)) });

  /* The form that corrects an entry opens in the panel. */
  async function correct(link) {
    const answer = await fetch(link.getAttribute("href").replace("#", "/"));
    const form = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form.correct");
    if (!form) { location.assign(link.href); return; }
    form.removeAttribute("id");
    form.elements.back.value = `${location.pathname}${location.search}`;
    panel.slot.querySelector("form.correct")?.remove();
    panel.slot.append(form);
    remember(panel.shown(), 0);
    form.querySelector("select, textarea, input:not([type='hidden'])").focus({ preventScroll: true });
    panel.slot.parentElement.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".panel .decide a[href$='#correct']");
    if (!link) return;
    event.preventDefault();
    correct(link);
  });

  /* After a decision the page is loaded anew; the entry at hand, or the one that took its place, is shown again. */
  function remember(entry, by) {
    const at = panel.entries().indexOf(entry);
    if (at >= 0) sessionStorage.setItem(memory, String(at + by));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name='decision']");
    if (button) remember(button.closest(".entry") ?? panel.shown(), button.value.startsWith("accept") ? 1 : 0);
  }, true);

  function taken(key) {
    const value = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return value;
  }

  const before = taken(memory);
  const from = taken(turned);
  const linked = panel.named(location.hash.slice(1));
  if (before !== null) panel.go(panel.entries().slice(0, Number(before) + 1).at(-1));
  else if (from) panel.go(panel.entries().filter(panel.markOf).at(from === "first" ? 0 : -1));
  else if (linked && !panel.narrow.matches) panel.show(linked, true);
})();
