/** A modal dialog: the browser keeps the focus in it, closes it on Escape and gives the focus back. */

import { el } from "../../lib/dom.js";
import { iconButton } from "./icons.js";

let serial = 0;

/**
 * @param {HTMLElement} parent
 * @param {{title: string, closeLabel: string, name: string}} options
 * @returns {{open: (...content: Node[]) => void, close: () => void, body: HTMLElement}}
 */
export function createDialog(parent, { title, closeLabel, name }) {
  serial += 1;
  const id = `tl-dialog-${serial}`;
  const close = iconButton("close", closeLabel);
  const body = el("div", { class: "tl-dialog__body" });
  const head = el("div", { class: "tl-dialog__head" }, el("h2", { id, text: title }), close);
  const dialog = el("dialog", { class: `tl-dialog tl-dialog--${name}`, "aria-labelledby": id }, head, body);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    // What opened it may have been drawn away meanwhile: then the picture's tab stop gets the focus.
    if (document.activeElement !== document.body) return;
    (parent.querySelector(".tl-labels [tabindex='0']") ?? parent.querySelector(".tl-stage"))?.focus({ preventScroll: true });
  });
  parent.append(dialog);
  return {
    body,
    open(...content) {
      body.replaceChildren(...content);
      dialog.showModal();
    },
    close: () => dialog.close(),
  };
}
