/** Colours of a picture: those of the page's ground, or those of paper. */

import { readTheme } from "../theme.js";

/** The raw tokens that the light ground is made of; they are there on every ground. */
const PAPER = {
  ink: "--sumi", ink2: "--sumi-2", hairline: "--rule", accent: "--lacquer", focus: "--lacquer",
  washes: ["--paper-wash-1", "--paper-wash-2", "--paper-wash-3"],
  inks: ["--sumi-2", "--ochre", "--plum", "--blue", "--violet", "--green", "--teal", "--umber", "--rose"],
};

/**
 * @param {HTMLElement} element of the drawing
 * @returns {import("../theme.js").Theme} the ground of the page, except where the reader's device forces its own colours
 */
export function groundTheme(element) {
  return matchMedia("(forced-colors: active)").matches ? paperTheme(element) : readTheme(element);
}

/**
 * @param {HTMLElement} element of the drawing
 * @returns {import("../theme.js").Theme} the colours of the light ground on white
 */
export function paperTheme(element) {
  const style = getComputedStyle(element);
  const read = (name) => style.getPropertyValue(name).trim();
  const { washes, inks, ...single } = PAPER;
  return {
    ...readTheme(element),
    ...Object.fromEntries(Object.entries(single).map(([role, name]) => [role, read(name)])),
    ground: "#ffffff",
    surface: "#ffffff",
    washes: washes.map(read),
    countries: inks.map(read),
  };
}
