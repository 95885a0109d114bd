/** Pictures of the gallery's cases that come out the same on every machine: fixed width, type and colours. */

import { emptyFilter } from "../../data/filter.js";
import { answer } from "../../data/local-source.js";
import { svgPicture } from "../export/picture.js";
import { writeSvg } from "../export/write.js";
import { sizeOf } from "../measure.js";
import { clampWindow, limitsOf } from "../viewport.js";

const WIDTH = 760;

/** About what the letters of a plain face take at 13 pixels. */
const measure = (text) => text.length * 6.6;
const measurer = { measure, size: (text) => sizeOf(text, measure), fontSize: 13, lineHeight: 19.5, family: "sans-serif" };

/** Opacity is written behind the digits, so that the pictures stay readable. */
const alpha = (colour, opacity) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${red} ${green} ${blue} / ${opacity})`;
};
const theme = {
  ground: "#ffffff", surface: "#ffffff", ink: "#000000", ink2: "#555555", hairline: "#cccccc", accent: "#aa0000", focus: "#aa0000",
  washes: ["#f8f0e0", "#e8f4f0", "#f8e8e8"],
  countries: ["#555555", "#aa8800", "#880055", "#1155bb", "#8877dd", "#115533", "#008899", "#442200", "#cc4488"],
  alpha,
};

/**
 * @param {{strings: Record<string, any>, cases: Record<string, object>}} gallery as the page leaves it
 * @param {string} slug of a case
 * @returns {string} an SVG file
 */
export function goldenPicture({ strings, cases }, slug) {
  const { columns, lanes, window } = cases[slug];
  const reply = answer(columns, { filter: emptyFilter(), lanes, window: null, width: 240, most: 6 });
  const limits = limitsOf(columns.extent);
  const days = window ? clampWindow([window[0], window[1] + 1], limits) : limits;
  const snapshot = { answer: reply, window: days, limits, periodisation: null, selected: -1, strings, measurer };
  return writeSvg(svgPicture(snapshot, { title: slug, sentence: "", url: "", width: WIDTH, whole: false }, theme));
}
