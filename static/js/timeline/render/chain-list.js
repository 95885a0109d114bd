/** The same chain as the arcs, as ordered lists: what led to the event, what it led to, what it is part of. */

import { el } from "../../lib/dom.js";

/**
 * @param {import("../../data/columns.js").Columns} columns
 * @param {{back: object[], on: object[], whole: object[]}} chain
 * @param {Record<string, any>} strings
 * @param {(event: number) => void} follow
 * @returns {HTMLElement[]}
 */
export function chainLists(columns, chain, strings, follow) {
  const item = (link) => {
    const button = el("button", { type: "button", class: "tl-textbutton", lang: columns.titleIn[link.event], text: columns.title[link.event] });
    button.addEventListener("click", () => follow(link.event));
    const words = strings[`relation_${link.kind}${link.outward ? "" : "_back"}`] ?? link.kind;
    const facts = el("span", { class: "tl-chain__facts" }, el("em", { text: words }), el("span", { text: columns.when[link.event] }));
    if (link.debated) facts.append(el("span", { class: "tl-chain__debated", text: strings.debated }));
    const line = el("li", {}, facts, button);
    if (link.links.length) line.append(list(link.links));
    return line;
  };
  const list = (links) => el("ol", {}, ...links.map(item));
  return [["back", "chain_back"], ["on", "chain_on"], ["whole", "chain_whole"]]
    .filter(([name]) => chain[name].length)
    .map(([name, title]) => el("section", { class: "tl-chain" }, el("h3", { text: strings[title] }), list(chain[name])));
}
