/** A snapshot of the drawing as an SVG tree or as pixels. */

import { arrangePicture } from "./arrange.js";
import { paintPicture } from "./paint.js";
import { createSvgContext } from "./svg-context.js";

const SHARP = 2;

/**
 * @param {import("./arrange.js").Snapshot} snapshot
 * @param {import("./arrange.js").Words & {width: number, whole: boolean}} options
 * @param {import("../theme.js").Theme} theme
 * @returns {SVGElement} the same for the same arguments
 */
export function svgPicture(snapshot, options, theme) {
  const picture = arrangePicture(snapshot, options);
  const { width, height, measurer } = picture;
  const { family, fontSize } = measurer;
  const context = createSvgContext(width, height, { family, size: fontSize, ink: theme.ink, label: options.title });
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, width, height);
  paintPicture(context, picture, theme);
  return context.root;
}

/**
 * Paints the pixels itself: an SVG image would have to come from a blob, which the content policy refuses.
 * @param {import("./arrange.js").Snapshot} snapshot
 * @param {import("./arrange.js").Words & {width: number, whole: boolean}} options
 * @param {import("../theme.js").Theme} theme
 * @returns {Promise<Blob>} PNG, two pixels to one of the picture
 */
export function pngPicture(snapshot, options, theme) {
  const picture = arrangePicture(snapshot, options);
  const canvas = new OffscreenCanvas(picture.width * SHARP, picture.height * SHARP);
  const context = canvas.getContext("2d");
  context.scale(SHARP, SHARP);
  paintPicture(context, picture, theme);
  // The ground comes last and underneath, since the painter of the stage begins by clearing it.
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, picture.width, picture.height);
  return canvas.convertToBlob({ type: "image/png" });
}
