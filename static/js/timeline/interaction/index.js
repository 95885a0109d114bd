/** Connects hands to actions: buttons, keys, mouse, fingers, the brush and the dialogs. */

import { el } from "../../lib/dom.js";
import { countWords } from "../a11y/spoken.js";
import { fillTemplate } from "../../lib/timing.js";
import { createDialog } from "../render/dialog.js";
import { helpContent } from "../render/help.js";
import { laneContent } from "../render/lane-dialog.js";
import { SHORTEST } from "../viewport.js";
import { enableBrush } from "./brush.js";
import { enableDrag } from "./drag.js";
import { enableFullScreen } from "./full-screen.js";
import { enableHover } from "./hover.js";
import { enableKeyboard } from "./keyboard.js";
import { enableLaneDrag } from "./lane-drag.js";
import { enablePinch } from "./pinch.js";
import { enableWheel } from "./wheel.js";

const ROVING = ["previous", "next", "lane_up", "lane_down", "first", "last", "decade_back", "decade_on"];
const HINT = 3500;

/**
 * @param {object} view
 * @param {ReturnType<import("../actions.js").createActions>} actions
 * @param {{choose: (lane: number, event: number, byKey?: boolean) => void, close: () => boolean,
 *   chain: () => void, lanes: () => object, resized: () => void, setLanes: (choice: unknown) => void, picture: () => void, share: () => void, signal: AbortSignal}} page
 * @returns {{listEvents: (lane: number, members: number[]) => void}}
 */
export function enableInteraction(view, actions, { choose, close, chain, lanes, setLanes, picture, share, resized, signal }) {
  const { state, parts, strings } = view;
  const { stage } = parts;
  const left = () => stage.getBoundingClientRect().left;
  const dialog = (name, title) => createDialog(parts.root, { title, name, closeLabel: strings.close });
  const help = dialog("help", strings.button_help);
  const laneDialog = dialog("lanes", strings.lanes_title);
  const listDialog = dialog("list", "");

  const full = enableFullScreen(parts.root, { button: parts.buttons.full, changed: resized }, signal);
  const openHelp = () => help.open(...helpContent(strings));
  const openLanes = () => {
    if (state.answer) laneDialog.open(laneContent({ ...lanes(), strings, choose: setLanes }));
  };
  const doing = {
    ...Object.fromEntries(ROVING.map((action) => [action, () => actions.rove(action)])),
    earlier: actions.earlier,
    later: actions.later,
    zoom_in: actions.zoom_in,
    zoom_out: actions.zoom_out,
    fit: actions.fit,
    lanes: openLanes,
    picture,
    share,
    help: openHelp,
    open: () => state.active && choose(state.active.lane, state.active.event, true),
    chain,
    read: actions.sayReading,
    full: full.toggle,
    close: () => view.tip.dismiss() || close() || full.leave(),
  };
  for (const [name, button] of Object.entries(parts.buttons)) {
    button.addEventListener("click", () => state.answer && doing[name]?.(), { signal });
  }
  enableKeyboard(stage, doing, signal);
  enableLaneDrag(
    parts.heads,
    {
      lanes: () => state.answer?.lanes ?? [],
      boxes: () => view.boxes,
      move(from, to) {
        const { columns, lanes: shown } = state.answer;
        const codes = shown.filter(({ kind }) => kind === "country").map(({ index }) => columns.countries[index].code);
        codes.splice(to, 0, ...codes.splice(from, 1));
        setLanes(codes);
      },
    },
    signal,
  );
  const pinching = enablePinch(
    stage,
    {
      left,
      stop: actions.flight.stop,
      dayAt: (x) => view.scale.t(x),
      show(a, b, xa, xb) {
        const perPixel = (b - a) / (xb - xa);
        if (perPixel > 0) actions.show([a - xa * perPixel, a + (view.width - xa) * perPixel]);
      },
    },
    signal,
  );
  enableDrag(
    stage,
    {
      left,
      busy: pinching,
      stop: actions.flight.stop,
      pan: actions.pan,
      glide: (velocity) => actions.flight.glide(velocity, actions.pan),
      box: (box) => state.set({ box }),
      zoomBox: (from, to) => actions.flyTo([view.scale.t(from), view.scale.t(to)]),
    },
    signal,
  );
  let hinted = false;
  enableWheel(
    stage,
    {
      left,
      pan: actions.pan,
      zoom: actions.zoomAtPixel,
      hint() {
        if (hinted) return;
        hinted = true;
        parts.hint.textContent = strings.wheel_hint;
        parts.hint.hidden = false;
        setTimeout(() => (parts.hint.hidden = true), HINT);
      },
    },
    signal,
  );
  enableHover(
    stage,
    {
      box: () => stage.getBoundingClientRect(),
      meaningOf: view.labels.meaningOf,
      at: (pointer) => state.set({ pointer }),
      light: (event) => {
        if (event >= 0) view.byKey = false;
        state.set({ hover: event });
      },
      focused: (lane, event) => {
        const { active } = state;
        if (active?.lane !== lane || active.event !== event) state.set({ active: { lane, event } });
        view.byKey = stage.querySelector(":focus-visible") !== null;
      },
      choose: (lane, event) => choose(lane, event),
      part: (lane, members) => actions.part(lane, members),
      zoom: actions.flyAtPixel,
    },
    signal,
  );
  enableBrush(
    parts.strip,
    view.strip,
    {
      window: () => state.window,
      limits: () => state.limits,
      shortest: SHORTEST,
      dayAt: (x) => view.strip.scaleOf(state.limits).t(x),
      show: actions.show,
      jump: actions.flyTo,
    },
    signal,
  );

  return {
    /** A small list for events that no zoom can part. */
    listEvents(lane, members) {
      const { columns } = view;
      const rows = members.map((event) => {
        const button = el(
          "button", { type: "button", class: "tl-choice" },
          el("span", { class: "tl-choice__when", text: columns.when[event] }), el("span", { lang: columns.titleIn[event], text: columns.title[event] }),
        );
        button.addEventListener("click", () => {
          listDialog.close();
          choose(lane, event);
        });
        return el("li", {}, button);
      });
      listDialog.open(el("ul", { class: "tl-choices" }, ...rows));
      const heading = listDialog.body.parentElement.querySelector("h2");
      heading.textContent = fillTemplate(strings.cluster_title, { events: countWords(members.length, strings) });
    },
  };
}
