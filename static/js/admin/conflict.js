// After a conflict: puts the record's value, or the typed one, into the input that the editor decides about.

function put(input, values) {
  if (input instanceof HTMLSelectElement) {
    for (const option of input.options) option.selected = false;
    for (const [value, words] of values) choose(input, value, words);
  } else if (input.type === "checkbox") {
    input.checked = values.length > 0;
  } else {
    input.value = values.length ? values[0][0] : "";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.focus();
}

function choose(select, value, words) {
  const known = [...select.options].find((option) => option.value === value);
  if (known) known.selected = true;
  else select.append(new Option(words, value, true, true));
}

for (const choice of document.querySelectorAll("[data-choice]")) {
  const input = document.getElementById(choice.dataset.choice);
  if (!input) continue;
  choice.hidden = false;
  choice.addEventListener("click", (event) => {
    const button = event.target.closest("[data-values]");
    if (!button) return;
    put(input, JSON.parse(button.dataset.values));
    for (const each of choice.children) each.setAttribute("aria-pressed", String(each === button));
  });
}

document.querySelector("[data-conflict]")?.scrollIntoView();
