/** The buttons over the marks: labelled events, events alone on the rail, and clusters. Nodes are pooled by event. */

import { createPool, el, moveTo, setAttribute, setClass, setStyle, setText } from "../../lib/dom.js";
import { fillTemplate } from "../../lib/timing.js";
import { countWords } from "../a11y/spoken.js";
import { TARGET } from "../labels.js";
import { emOf } from "../layout.js";

const LANE = 65536;

/** @param {number} lane @param {number} event @returns {number} */
export const keyOf = (lane, event) => lane * LANE + event;

/**
 * @param {HTMLElement} parent
 * @param {{strings: Record<string, any>, spoken: (event: number) => string, languageOf: (event: number) => string | null}} options
 */
export function createLabels(parent, { strings, spoken, languageOf }) {
  const create = (name) => () => el("button", { type: "button", class: name, tabindex: "-1" });
  const marks = createPool(parent, create("tl-mark"));
  const clusters = createPool(parent, create("tl-cluster"));
  const meaning = new WeakMap();

  let shift = 0;

  const take = (lane, event, place) => {
    const { node, fresh } = marks.take(keyOf(lane, event));
    if (fresh) {
      meaning.set(node, { lane, event });
      setAttribute(node, "aria-label", spoken(event));
      setAttribute(node, "lang", languageOf(event));
      setAttribute(node, "data-event", String(event));
    }
    moveTo(node, place.left - shift, place.top);
    setStyle(node, "width", `${Math.ceil(place.right - place.left)}px`);
    setStyle(node, "height", `${place.height}px`);
    return node;
  };

  /**
   * @param {import("../layout.js").LaneFrame[]} frame
   * @param {{boxes: import("../lanes.js").LaneBox[], unit: number, line: number, selected: number, tabStop: number,
   *   focused: number, width: number, origin: number}} options `unit` is the height of a row; `focused` keeps its
   *   node in any case; nodes are placed from `origin`, so that panning moves the parent alone
   */
  function draw(frame, { boxes, unit, line, selected, tabStop, focused, width, origin }) {
    shift = origin;
    moveTo(parent, origin, 0);
    const dress = (node, lane, event, away = false) => {
      const key = keyOf(lane, event);
      setAttribute(node, "tabindex", key === tabStop ? "0" : "-1");
      setAttribute(node, "aria-pressed", String(event === selected));
      setClass(node, "is-selected", event === selected);
      setClass(node, "is-away", away);
    };
    marks.begin();
    clusters.begin();
    frame.forEach(({ labels, singles, clusters: groups }, lane) => {
      const box = boxes[lane];
      for (const { event, place, words, span, wide } of labels) {
        const top = box.labels + place.unit * unit;
        const left = place.left - 3;
        const node = take(lane, event, { left, right: place.right + 3, top, height: place.units * unit });
        setText(node, words.join("\n"));
        setStyle(node, "paddingLeft", `${Math.round(place.text - left)}px`);
        setStyle(node, "paddingTop", wide ? "0px" : `${Math.floor((unit - line) / 2)}px`);
        setClass(node, "is-rail", false);
        dress(node, lane, event, span.right < 0 || span.left > width);
      }
      for (const { event, left, right, unit: row } of singles) {
        const more = Math.max(0, TARGET - (right - left)) / 2;
        const top = row < 0 ? box.rail - unit / 2 : box.labels + row * unit;
        const node = take(lane, event, { left: left - more, right: right + more, top, height: unit });
        setText(node, "");
        setStyle(node, "paddingLeft", "0px");
        setClass(node, "is-rail", true);
        dress(node, lane, event);
      }
      for (const group of groups) {
        const { node, fresh } = clusters.take(`${lane} ${group.members[0]} ${group.members.length}`);
        meaning.set(node, { lane, members: group.members });
        const count = group.members.length;
        if (fresh) {
          setText(node, String(count));
          setAttribute(node, "aria-label", fillTemplate(strings.cluster_label, { events: countWords(count, strings) }));
        }
        setClass(node, "is-chosen", group.members.includes(selected));
        const height = Math.round(TARGET * emOf(box));
        setStyle(node, "width", `${group.right - group.left}px`);
        setStyle(node, "height", `${height}px`);
        moveTo(node, group.left - shift, box.rail - height / 2);
      }
    });
    if (focused >= 0 && !frame[Math.floor(focused / LANE)]?.events.includes(focused % LANE)) {
      const lane = Math.floor(focused / LANE);
      if (boxes[lane] && marks.get(focused)) {
        const node = take(lane, focused % LANE, { left: 0, right: TARGET, top: boxes[lane].rail - unit / 2, height: unit });
        dress(node, lane, focused % LANE, true);
      }
    }
    marks.end();
    clusters.end();
  }

  return {
    draw,
    /** @param {number} lane @param {number} event @returns {HTMLElement | null} */
    node: (lane, event) => marks.get(keyOf(lane, event)),
    /** @param {EventTarget | null} target @returns {{lane: number, event?: number, members?: number[]} | null} */
    meaningOf(target) {
      const button = target instanceof Element ? target.closest(".tl-mark, .tl-cluster") : null;
      return button ? meaning.get(button) ?? null : null;
    },
    clear() {
      marks.clear();
      clusters.clear();
    },
    get size() {
      return marks.size + clusters.size;
    },
  };
}
