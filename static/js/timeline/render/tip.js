/** What is under the pointer or the focus, in words beside its mark; the pointer may enter it, Escape puts it away. */

import { el, moveTo, setText } from "../../lib/dom.js";

const WIDTH = 260;

/** @param {HTMLElement} parent */
export function createTip(parent) {
  const title = el("strong", { class: "tl-tip__title" });
  const when = el("span", { class: "tl-tip__when" });
  const tip = el("div", { class: "tl-tip", "aria-hidden": "true" }, title, when);
  tip.hidden = true;
  parent.append(tip);
  let put = -1;
  let current = -1;
  return {
    /**
     * @param {import("../../data/columns.js").Columns} columns @param {number} event, or -1
     * @param {{left: number, top: number, bottom: number, labelled: boolean} | null} at the mark's box; the title of a
     *   labelled one stands there already
     * @param {number} width of the drawing @param {number} height
     */
    show(columns, event, at, width, height) {
      if (event !== current) put = -1;
      current = event;
      tip.hidden = event < 0 || !at || put === event;
      if (tip.hidden) return;
      title.hidden = at.labelled;
      setText(title, columns.title[event]);
      setText(when, columns.when[event]);
      const room = Math.min(WIDTH, width);
      const below = at.bottom + 6 + tip.offsetHeight <= height;
      moveTo(tip, Math.max(0, Math.min(at.left, width - room)), below ? at.bottom + 3 : at.top - tip.offsetHeight - 3);
    },
    /** @returns {boolean} whether there was something to put away */
    dismiss() {
      if (tip.hidden) return false;
      put = current;
      tip.hidden = true;
      return true;
    },
  };
}
