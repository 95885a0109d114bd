/**
 * Pictures of the drawing: to keep, and for paper. Fetched when a reader first asks for one.
 *
 *   const { openPictureDialog, enablePrint } = await import("./timeline/export/index.js");
 *   openPictureDialog(drawing, words);       // words: () => ({title, sentence, url}) of the page
 *   enablePrint(drawing, words);
 */

import { el } from "../../lib/dom.js";
import { createDialog } from "../render/dialog.js";
import { groundTheme } from "./grounds.js";
import { pngPicture, svgPicture } from "./picture.js";
import { fileName, saveFile } from "./save.js";
import { writeSvg } from "./write.js";

export { enablePrint } from "./print.js";
export { pngPicture, svgPicture } from "./picture.js";
export { writeSvg } from "./write.js";

const WIDTH = 1200;
const MAKERS = {
  svg: async (...picture) => new Blob([writeSvg(svgPicture(...picture))], { type: "image/svg+xml" }),
  png: pngPicture,
};

const dialogs = new WeakMap();

/**
 * Asks what the picture shall show and in which form, and saves it.
 * @param {{snapshot: () => object}} drawing
 * @param {() => import("./arrange.js").Words} words
 */
export function openPictureDialog(drawing, words) {
  const { root, strings } = drawing.snapshot();
  let dialog = dialogs.get(root);
  if (!dialog) {
    dialog = createDialog(root, { title: strings.button_picture, name: "picture", closeLabel: strings.close });
    dialogs.set(root, dialog);
  }
  const part = (value, checked) =>
    el("label", {}, el("input", { type: "radio", name: "tl-picture", value, checked }), strings[`picture_${value}`]);
  const range = el("fieldset", {}, el("legend", { text: strings.picture_range }), part("window", true), part("whole", false));
  const button = (form) => {
    const node = el("button", { type: "button", class: "button", "data-form": form, text: strings[`picture_${form}`] });
    node.addEventListener("click", async () => {
      await keepPicture(drawing, { ...words(), whole: range.querySelector("[value=whole]").checked }, form);
      dialog.close();
    });
    return node;
  };
  dialog.open(range, el("p", { class: "tl-picture-forms" }, button("svg"), button("png")));
}

async function keepPicture(drawing, options, form) {
  const snapshot = drawing.snapshot();
  const blob = await MAKERS[form](snapshot, { ...options, width: WIDTH }, groundTheme(snapshot.root));
  saveFile(blob, fileName(options.title, options.whole ? snapshot.limits : snapshot.window, form));
}
