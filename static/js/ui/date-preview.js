// Shows, beside a date field, how the date will read in each language; errors in the parser's own words.

const DELAY = 250;
const timers = new WeakMap();

async function preview(input, output) {
  const value = input.value.trim();
  if (!value) {
    output.replaceChildren();
    output.classList.remove("is-wrong");
    return;
  }
  const url = new URL(input.dataset.datePreview, window.location.origin);
  url.searchParams.set("date", value);
  try {
    const answer = await (await fetch(url, { headers: { Accept: "application/json" } })).json();
    if (input.value.trim() !== value) return;
    output.classList.toggle("is-wrong", Boolean(answer.error));
    output.replaceChildren(...(answer.error ? [answer.error] : Object.entries(answer).map(words)));
  } catch {
    output.replaceChildren();
  }
}

function words([language, text]) {
  const span = document.createElement("span");
  span.lang = language;
  span.textContent = text;
  return span;
}

document.addEventListener("input", (event) => {
  const input = event.target.closest?.("[data-date-preview]");
  if (!input) return;
  const output = input.parentElement.querySelector("output");
  clearTimeout(timers.get(input));
  timers.set(input, setTimeout(() => preview(input, output), DELAY));
});
