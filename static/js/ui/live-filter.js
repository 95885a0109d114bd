/** Lets the filter act at once: the address first, then the drawing, then the words and the list of the same page. */

import { canonical, renameLinks, settle, withPresentation } from "./address.js";

/** Parts of the page that the server draws anew for a view. */
const PARTS = ["sentence", "chips", "facets", "list"];
const TYPING = 350;

/**
 * @param {{drawing: Record<string, Function>, viewOf: (parameters: URLSearchParams) => object} | null} mounted
 */
export function createLiveFilter(mounted) {
  const form = document.getElementById("facets");
  const sheet = document.getElementById("sheet");
  let running = null;
  let timer = 0;
  let shown = location.search;

  /** Goes to the view that the form describes. */
  function submit({ replace = false, leaveSheet = false } = {}) {
    clearTimeout(timer);
    settle();
    go(canonical(withPresentation(new FormData(form))), replace);
    if (!leaveSheet || matchMedia("(min-width: 64rem)").matches) return;
    sheet.open = false;
    document.getElementById("sentence").scrollIntoView({ block: "start" });
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(() => submit({ replace: true }), TYPING);
  }

  /** Goes to a suggestion: the words that were typed have served, the rest of the filter stays. */
  async function choose({ slug, query, url }) {
    clearTimeout(timer);
    if (slug && !mounted) return location.assign(url);
    document.getElementById("search").value = "";
    settle();
    const added = slug ? [["event", slug]] : [...new URLSearchParams(query)];
    const replaced = ["q", "page", "event", ...(query?.startsWith("from=") ? ["from", "to"] : [])];
    const pairs = [...new URLSearchParams(location.search)].filter(([name]) => !replaced.includes(name));
    const others = pairs.filter(([name, value]) => !added.some((pair) => pair[0] === name && pair[1] === value));
    const drawn = go(canonical([...others, ...added]), false);
    if (slug) mounted.drawing.select(slug, { fly: true });
    return drawn;
  }

  /** Another page of the list is read from its top. */
  async function follow(link) {
    const turns = link.closest("#list") !== null;
    settle();
    await go(canonical(withPresentation(new URL(link.href).searchParams)), false);
    if (!turns) return;
    const list = document.getElementById("list");
    list.tabIndex = -1;
    list.focus({ preventScroll: true });
    list.scrollIntoView({ block: "start" });
  }

  /** Turns the list to the page that holds an event. */
  async function turnTo(slug) {
    settle();
    const pairs = [...new URLSearchParams(location.search)].filter(([name]) => name !== "page" && name !== "event");
    history.replaceState(null, "", location.pathname + canonical([...pairs, ["event", slug]]));
    shown = location.search;
    renameLinks();
    await refresh();
  }

  /** @returns {Promise<void> | undefined} resolved when the words and the list stand */
  function go(query, replace) {
    if (query === location.search) return undefined;
    const address = location.pathname + query;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    shown = location.search;
    draw(false);
    return refresh();
  }

  /** After Back or Forward: the whole view of the address, its presentation too. A mere fragment changes nothing. */
  function restore() {
    if (location.search === shown) return;
    shown = location.search;
    draw(true);
    refresh({ restored: true });
  }

  function draw(everything) {
    renameLinks();
    if (!mounted) return;
    const { drawing } = mounted;
    const view = mounted.viewOf(new URLSearchParams(location.search));
    drawing.setFilter(view.filter);
    drawing.setPeriodisation(view.periodisation);
    if (!everything) return;
    drawing.setLanes(view.lanes);
    drawing.setWindow(...(view.window ?? [null, null]));
    drawing.select(view.selected);
  }

  async function refresh({ restored = false } = {}) {
    running?.abort();
    running = new AbortController();
    const list = document.getElementById("list");
    list.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(location.href, { signal: running.signal });
      // The error page names the parameter and the repair: let the browser show it.
      if (!answer.ok) return location.reload();
      replaceParts(new DOMParser().parseFromString(await answer.text(), "text/html"), restored);
      list.removeAttribute("aria-busy");
    } catch (error) {
      if (error.name === "AbortError") return;
      list.removeAttribute("aria-busy");
      say(list.dataset.failed, true);
    }
  }

  function replaceParts(fresh, restored) {
    const place = rememberPlace();
    for (const id of PARTS) {
      const from = fresh.getElementById(id);
      if (!from) return location.reload();
      document.getElementById(id).replaceChildren(...from.childNodes);
    }
    document.getElementById("sentence").dataset.count = fresh.getElementById("sentence").dataset.count;
    document.title = fresh.title;
    const search = document.getElementById("search");
    // Words that are just being typed stay as they are.
    if (restored || search !== document.activeElement) search.value = fresh.getElementById("search").value;
    place();
    // How many there are is said by the drawing, once.
    say("", false);
  }

  /** Notes which groups lie open, how far they are scrolled and where the focus is; the result brings all of it back. */
  function rememberPlace() {
    const groups = () => form.querySelectorAll("details[data-facet]");
    const open = new Map([...groups()].map((group) => [group.dataset.facet, [group.open, group.lastElementChild.scrollTop]]));
    const { activeElement: focused } = document;
    const inside = form.contains(focused) ? { name: focused.name, value: focused.value, facet: focused.closest("details")?.dataset.facet } : null;
    const chip = document.getElementById("chips").contains(focused);
    return () => {
      for (const group of groups()) {
        const [was, scrolled] = open.get(group.dataset.facet) ?? [group.open, 0];
        group.open = was;
        group.lastElementChild.scrollTop = scrolled;
      }
      if (inside) findField(inside)?.focus({ preventScroll: true });
      else if (chip) (document.querySelector("#chips a") ?? document.getElementById("main")).focus({ preventScroll: true });
    };
  }

  function findField({ name, value, facet }) {
    if (!name) return form.querySelector(`details[data-facet="${CSS.escape(facet ?? "")}"] > summary`);
    const fields = [...form.elements].filter((field) => field.name === name);
    return fields.find((field) => field.type !== "checkbox" || field.value === value);
  }

  /** Speaks politely; a failure is also shown. */
  function say(text, shown) {
    const status = document.getElementById("status");
    status.textContent = text;
    status.classList.toggle("visually-hidden", !shown);
    status.classList.toggle("notice", shown);
  }

  return { submit, typed, choose, follow, turnTo, restore };
}
