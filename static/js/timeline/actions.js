/** Everything a reader can do to the drawing, by whatever hand: each answers to a button, a key and a gesture. */

import { fillTemplate } from "../lib/timing.js";
import { countWords } from "./a11y/spoken.js";
import { firstStop, nextStop } from "./a11y/roving.js";
import { partingWindow } from "./clusters.js";
import { formatRange } from "./dates.js";
import { createFlight } from "./flight.js";
import { countDistinct } from "./layout.js";
import { readingAt } from "./reading.js";
import { describeLane } from "./render/heads.js";
import { clampWindow, fitTo, panBy, reveal, zoomAt } from "./viewport.js";

const STEP = 0.6;
const JUMP = 0.5;
const BEYOND = { previous: "earlier", next: "later" };

/**
 * @param {object} view
 * @param {{onWindow: (t0: number, t1: number) => void, onSelect: (slug: string | null) => void,
 *   listEvents: (lane: number, members: number[]) => void}} out
 */
export function createActions(view, { onWindow, onSelect, listEvents }) {
  const { state, strings } = view;
  let spokenWindow = false;
  let asked = 0;

  const show = (window) => {
    state.set({ window });
    onWindow(window[0], window[1]);
  };
  const flight = createFlight(() => state.window, show);
  const fly = (window) => {
    spokenWindow = true;
    flight.to(window);
  };

  const centre = () => {
    const { active } = state;
    if (active && view.keyboardInside()) {
      const { earliest, latest } = view.columns;
      const [t0, t1] = state.window;
      const middle = (Math.max(earliest[active.event], t0) + Math.min(latest[active.event] + 1, t1)) / 2;
      if (middle >= t0 && middle <= t1) return middle;
    }
    return (state.window[0] + state.window[1]) / 2;
  };

  const isCut = (side) => ({ earlier: state.window[0] > state.limits[0], later: state.window[1] < state.limits[1] })[side];

  const actions = {
    flight,
    show(window) {
      flight.stop();
      show(clampWindow(window, state.limits));
    },
    flyTo: (window) => fly(clampWindow(window, state.limits)),
    /** @returns {boolean} whether there was room to move */
    pan(pixels) {
      const before = state.window[0];
      show(panBy(state.window, -pixels / view.scale.k, state.limits));
      return state.window[0] !== before;
    },
    zoomAtPixel: (factor, x) => actions.show(zoomAt(state.window, factor, view.scale.t(x), state.limits)),
    flyAtPixel: (factor, x) => fly(zoomAt(state.window, factor, view.scale.t(x), state.limits)),
    zoom_in: () => fly(zoomAt(state.window, STEP, centre(), state.limits)),
    zoom_out: () => fly(zoomAt(state.window, 1 / STEP, centre(), state.limits)),
    earlier: () => fly(panBy(state.window, -(state.window[1] - state.window[0]) * JUMP, state.limits)),
    later: () => fly(panBy(state.window, (state.window[1] - state.window[0]) * JUMP, state.limits)),
    fit: () => fly(state.limits),

    /** Moves the one tab stop and brings its event into the window. */
    rove(action) {
      const { answer } = state;
      const from = state.active ?? firstStop(answer, view.frame);
      if (!from) return;
      const to = state.active ? nextStop(answer, from, action) : from;
      // Beyond the last mark that came with a window there may be more.
      if (answer.covers && to?.lane !== from.lane && isCut(BEYOND[action])) actions[BEYOND[action]]();
      else if (to) actions.focusMark(to);
    },
    focusMark(stop) {
      const { earliest, latest } = view.columns;
      const window = reveal(state.window, earliest[stop.event], latest[stop.event] + 1, state.limits);
      asked = 0;
      state.set({ active: stop, pointer: null, hover: -1 });
      view.byKey = true;
      view.wantsFocus = true;
      if (window !== state.window) flight.to(window);
    },

    /** @param {number} event, or -1 for none */
    select(event, lane = -1) {
      if (lane >= 0) state.set({ active: { lane, event } });
      if (state.selected === event) return;
      state.set({ selected: event });
      if (event >= 0) state.set({ message: fillTemplate(strings.spoken_selected, { title: view.columns.title[event] }) });
      onSelect(event < 0 ? null : view.columns.slug[event]);
    },
    flyToEvent(event) {
      const { earliest, latest } = view.columns;
      const window = reveal(state.window, earliest[event], latest[event] + 1, state.limits);
      if (window !== state.window) fly(window);
    },
    /** After a search whose hits all lie outside the window: to the nearest one. */
    flyToHit() {
      const { answer, window } = state;
      const { earliest, latest } = answer.columns;
      const [t0, t1] = window;
      let best = -1;
      let least = Infinity;
      for (const { marks } of answer.lanes) {
        for (const event of marks) {
          const away = Math.max(earliest[event] - t1, t0 - latest[event] - 1, 0);
          if (away < least) [best, least] = [event, away];
        }
      }
      if (least > 0 && best >= 0) fly(reveal(window, earliest[best], latest[best] + 1, state.limits));
    },
    part(lane, members) {
      const window = partingWindow(view.columns, members, state.window);
      if (window) fly(fitTo(window[0], window[1], state.limits));
      else listEvents(lane, members);
    },
    /** Says what the lane of the focused event holds at its time; asked again, what the next lane holds. */
    sayReading() {
      const { active, answer } = state;
      if (!active || !answer) return;
      const { columns, lanes } = answer;
      const day = Math.max(columns.earliest[active.event], state.window[0]);
      const at = (active.lane + asked) % lanes.length;
      asked = asked + 1 < lanes.length ? asked + 1 : 0;
      const { now, last } = readingAt(columns, lanes[at].marks, day, 0);
      const other = now.find((event) => event !== active.event) ?? now[0];
      const parts = [describeLane(lanes[at], columns, strings).name];
      if (other !== undefined) parts.push(fillTemplate(strings.reading_now, { title: columns.title[other] }));
      if (last >= 0) parts.push(fillTemplate(strings.reading_last, { title: columns.title[last], when: columns.when[last] }));
      if (parts.length === 1) parts.push(strings.reading_none);
      state.set({ message: parts.join("; ") });
    },
    /** Once a flight has landed, says what is shown. */
    sayWindow() {
      if (!spokenWindow || flight.flying) return;
      spokenWindow = false;
      const [t0, t1] = state.window;
      const events = countWords(countDistinct(view.frame), strings);
      state.set({ message: fillTemplate(strings.spoken_window, { range: formatRange(t0, t1, strings), events }) });
    },
  };
  return actions;
}
