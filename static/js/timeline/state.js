/** What the drawing knows at a moment. Setting anything marks the frame steps that depend on it, and nothing else. */

import { ANNOUNCE, DRAW, LAYOUT, OVERLAY, SCALE } from "./render/scheduler.js";

const ALL = SCALE | LAYOUT | DRAW | OVERLAY;

const TOUCHES = {
  answer: ALL,
  window: ALL,
  size: ALL,
  theme: DRAW | OVERLAY,
  periodisation: SCALE | DRAW | OVERLAY,
  active: LAYOUT | DRAW | OVERLAY,
  selected: LAYOUT | DRAW | OVERLAY,
  hover: OVERLAY,
  pointer: OVERLAY,
  box: OVERLAY,
  message: ANNOUNCE,
};

/**
 * @typedef {object} State
 * @property {import("../data/contract.js").Answer | null} answer
 * @property {[number, number]} window days shown
 * @property {[number, number]} limits the widest window
 * @property {{width: number, strip: number, compact: boolean, available: number}} size
 * @property {string | null} periodisation
 * @property {{lane: number, event: number} | null} active the mark that the keyboard is on
 * @property {number} selected event, or -1
 * @property {number} hover event that pointer or list is on, or -1
 * @property {{x: number, y: number} | null} pointer
 * @property {{from: number, to: number} | null} box pixels of the box zoom
 * @property {string} message to be spoken
 */

/**
 * @param {Partial<State>} initial
 * @param {(flags: number) => void} mark
 * @returns {State & {set: (changes: Partial<State>) => void}}
 */
export function createState(initial, mark) {
  const state = {
    answer: null,
    window: [0, 1],
    limits: [0, 1],
    size: { width: 0, strip: 0, compact: false, available: 0 },
    periodisation: null,
    active: null,
    selected: -1,
    hover: -1,
    pointer: null,
    box: null,
    message: "",
    ...initial,
    set(changes) {
      let flags = 0;
      for (const [name, value] of Object.entries(changes)) {
        if (state[name] === value) continue;
        state[name] = value;
        flags |= TOUCHES[name] ?? 0;
      }
      if (flags) mark(flags);
    },
  };
  return state;
}
