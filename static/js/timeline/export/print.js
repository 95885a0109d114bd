/** On paper the drawing is a vector picture: it is put beside the canvas before printing and taken away afterwards. */

import { el } from "../../lib/dom.js";
import { paperTheme } from "./grounds.js";
import { svgPicture } from "./picture.js";

/** About the width of an upright A4 page inside its margins, so that the letters keep their size. */
const WIDTH = 720;

/**
 * @param {{snapshot: () => object}} drawing
 * @param {() => import("./arrange.js").Words} words
 * @returns {() => void} stops watching
 */
export function enablePrint(drawing, words) {
  const watch = new AbortController();
  const { signal } = watch;
  let sheet = null;
  const takeAway = () => {
    sheet?.parentElement?.classList.remove("is-printed");
    sheet?.remove();
    sheet = null;
  };
  addEventListener(
    "beforeprint",
    () => {
      takeAway();
      const { root, ...snapshot } = drawing.snapshot();
      if (!snapshot.answer) return;
      // The page prints its own title and sentence above the picture.
      const picture = svgPicture(snapshot, { ...words(), sentence: "", width: WIDTH, whole: false, bare: true }, paperTheme(root));
      sheet = el("div", { class: "tl-sheet" }, picture);
      root.parentElement.append(sheet);
      root.parentElement.classList.add("is-printed");
    },
    { signal },
  );
  addEventListener("afterprint", takeAway, { signal });
  return () => {
    takeAway();
    watch.abort();
  };
}
