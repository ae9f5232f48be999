"use strict";
(() => {
  document.documentElement.classList.add("js");
  openPanel();

  /* An actor's name below the article shows where the article mentions that one. */
  const spans = Array.from(document.querySelectorAll(".article [data-m]"));
  for (const link of document.querySelectorAll("a.actor")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const wanted = `mention:${link.dataset.a}`;
      for (const span of spans) span.classList.toggle("on-mention", span.dataset.m.split(" ").includes(wanted));
      document.getElementById(`at-a${link.dataset.a}`)?.scrollIntoView({ block: "start" });
    });
  }
})();
