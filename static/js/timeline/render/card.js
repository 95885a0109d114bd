/** The card under the drawing: the chosen event in brief, its neighbours in cause and time, and the way to its page. */

import { el } from "../../lib/dom.js";
import { SOURCES_DIFFER } from "../../data/contract.js";
import { listOf } from "../../data/columns.js";
import { chainLists } from "./chain-list.js";
import { shapeIcon } from "./heads.js";
import { iconButton } from "./icons.js";

/**
 * @param {HTMLElement} parent
 * @param {{strings: Record<string, any>, urlOf: (slug: string) => string, close: () => void,
 *   follow: (event: number) => void, showInList: (slug: string) => void}} options
 */
export function createCard(parent, { strings, urlOf, close, follow, showInList }) {
  const body = el("div", { class: "tl-card__body" });
  const closing = iconButton("close", strings.card_close);
  closing.classList.add("tl-card__close");
  closing.addEventListener("click", close);
  const links = el("div", { class: "tl-card__chain" });
  parent.append(body, links, closing);
  parent.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });

  return {
    /**
     * @param {import("../../data/columns.js").Columns} columns @param {number} event, or -1 to hide the card
     * @param {object | null} chain of the event
     */
    show(columns, event, chain) {
      parent.hidden = event < 0;
      if (event < 0) return;
      const slug = columns.slug[event];
      const list = el("button", { type: "button", class: "tl-textbutton", text: strings.card_list });
      list.addEventListener("click", () => showInList(slug));
      body.replaceChildren(
        el("p", { class: "tl-card__when", text: columns.when[event] }),
        el("h2", { class: "tl-card__title", lang: columns.titleIn[event], text: columns.title[event] }),
        facts(columns, event, strings),
        el("p", { class: "tl-card__ways" }, el("a", { class: "tl-card__open", href: urlOf(slug), text: strings.card_open }), list),
      );
      const lists = chainLists(columns, chain, strings, follow);
      links.replaceChildren(...lists);
      links.hidden = lists.length === 0;
      links.scrollTop = 0;
    },
    focus: () => body.querySelector(".tl-card__open")?.focus(),
    /** @returns {boolean} whether there is a chain to go to */
    focusChain() {
      const first = links.querySelector("button");
      first?.focus();
      return first !== null;
    },
  };
}

function facts(columns, event, strings) {
  const line = el("p", { class: "tl-card__facts" });
  for (const index of listOf(columns.lists.country, event)) {
    const { code, name, colour, shape } = columns.countries[index];
    line.append(
      el("span", { class: "tl-card__country" }, shapeIcon(colour, shape), el("span", { class: "tl-code", text: code }), name),
    );
  }
  if (columns.place[event] >= 0) line.append(el("span", { text: columns.places[columns.place[event]] }));
  if (columns.flags[event] & SOURCES_DIFFER) line.append(el("span", { class: "tl-differ", text: strings.sources_differ }));
  return line;
}
