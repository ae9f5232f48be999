"use strict";
(() => {
  document.documentElement.classList.add("js");

  /* ---- copying ---- */
  const said = document.getElementById("said");
  const link = (root) => root.querySelector(".links a[href^='/entries/']");

  /* Buttons that copy a statement with its citation, where the browser lets a page do it. */
  function copyButtons(root) {
    if (!navigator.clipboard) return;
    for (const links of root.querySelectorAll(".links:not(.copied)")) {
      if (!links.closest(".statement")) continue;
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
})();
