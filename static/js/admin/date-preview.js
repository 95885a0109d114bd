// Shows, beside a date field, how the date will read in both languages; errors in the parser's own words.
"use strict";

{
  const DELAY = 250;
  const base = document.currentScript ? new URL("/admin/date-preview/", window.location.origin) : null;

  async function preview(input, output) {
    const value = input.value.trim();
    if (!value) {
      output.textContent = "";
      output.classList.remove("is-wrong");
      return;
    }
    const url = new URL(base);
    url.searchParams.set("date", value);
    try {
      const answer = await (await fetch(url, { headers: { Accept: "application/json" } })).json();
      if (input.value.trim() !== value) return;
      output.classList.toggle("is-wrong", Boolean(answer.error));
      output.textContent = answer.error ?? `${answer.vi} · ${answer.en}`;
    } catch {
      output.textContent = "";
    }
  }

  function listen() {
    const timers = new WeakMap();
    document.addEventListener("input", (event) => {
      const input = event.target.closest?.("[data-date-preview]");
      if (!input) return;
      const output = input.parentElement.querySelector("output");
      clearTimeout(timers.get(input));
      timers.set(input, setTimeout(() => preview(input, output), DELAY));
    });
  }

  listen();
}
