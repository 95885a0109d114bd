/** Suggestions under the search field: a combobox whose list is chosen from by hand (ARIA Authoring Practices). */

const REST = 120;
const KEPT = 40;

/**
 * @param {HTMLInputElement} field
 * @param {((item: {url: string, query?: string, slug?: string}) => void) | undefined} choose what a choice does; it leads to
 *   the address of what was chosen where this is left out
 */
export function offerSuggestions(field, choose) {
  const status = node("span", { class: "visually-hidden", role: "status" });
  const list = node("ul", { class: "suggestions", id: "suggestions", role: "listbox", hidden: "" });
  list.setAttribute("aria-label", field.labels[0].textContent);
  field.closest(".search").append(list, status);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  const kept = new Map();
  let items = [];
  let active = -1;
  let timer = 0;
  let running = null;
  let local = null;
  close();

  field.addEventListener("input", () => later(REST));
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (KEYS[event.key]?.() === false) event.preventDefault();
  });
  // The field keeps the focus.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => take([...list.children].indexOf(event.target.closest("[role=option]"))));
  // What was typed before this module came.
  if (field.value !== field.defaultValue) later(0);

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => (active < 0 ? close() : take(active)),
    Escape: () => (list.hidden ? undefined : close() ?? false),
    Home: () => mark(-1),
    End: () => mark(-1),
  };

  function later(wait) {
    clearTimeout(timer);
    running?.abort();
    const text = field.value.trim();
    if (text) timer = setTimeout(ask, wait, text);
    else close();
  }

  async function ask(text) {
    running = new AbortController();
    const { signal } = running;
    try {
      const answer = kept.get(text) ?? (await answerTo(text, signal));
      if (signal.aborted || document.activeElement !== field) return;
      kept.set(text, answer);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value);
      show(answer);
    } catch (error) {
      // Without an answer the field is what it was: a search.
      if (error.name !== "AbortError") close();
    }
  }

  /** From the record in the browser where it holds the whole, else from the server. */
  async function answerTo(text, signal) {
    const { recordUrl, searchUrl } = document.querySelector("[data-search-url]")?.dataset ?? {};
    if (searchUrl) {
      local ??= Promise.all([import("../data/suggestions.js"), fetchJson(recordUrl), fetchJson(searchUrl)]).then(
        ([lib, record, search]) => lib.createSuggestions(record, search),
      );
      const suggest = await local.catch(() => (local = null));
      if (suggest) return suggest(text);
    }
    return fetchJson(`${field.dataset.suggest}?q=${encodeURIComponent(text)}`, signal);
  }

  function show({ suggestions, said }) {
    items = suggestions;
    list.replaceChildren(
      ...items.map(({ label, note }, i) => {
        const option = node("li", { class: "suggestions__option", id: `suggestion-${i}`, role: "option" });
        option.append(node("span", { class: "suggestions__label" }, label), node("span", { class: "suggestions__note" }, note));
        return option;
      }),
    );
    list.hidden = !items.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = items.length ? said : "";
    mark(-1);
  }

  function close() {
    clearTimeout(timer);
    running?.abort();
    show({ suggestions: [], said: "" });
  }

  function move(step) {
    if (list.hidden) later(0);
    else mark((Math.max(active, step < 0 ? 0 : -1) + step + items.length) % items.length);
    return false;
  }

  function mark(place) {
    active = place;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === place)));
    if (place < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[place].id);
    return list.children[place].scrollIntoView({ block: "nearest" });
  }

  function take(place) {
    const item = items[place];
    if (!item) return true;
    close();
    if (choose) choose(item);
    else location.assign(item.url);
    status.textContent = item.label;
    return false;
  }
}

function node(tag, attributes, text = "") {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

async function fetchJson(url, signal) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
