/**
 * The drawing of the timeline.
 *
 *   import { createTimeline, createLocalSource } from "./timeline/index.js";
 *   const drawing = createTimeline(element, {
 *     source: createLocalSource(recordUrl, searchUrl),      // anything with query(request), see data/contract.js
 *     strings,                                               // events/timeline_data/strings.py, from the page
 *     language: "vi",
 *     urlOf: (slug) => `/vi/events/${slug}/`,                // optional; this is the default
 *     view: {filter, lanes, window, selected, periodisation}, // all optional; filter as readFilter() answers
 *     on: {select(slug | null), window(t0, t1), lanes(choice), open(slug), answer(answer), error(error), picture(), share()},
 *   });
 *   drawing.setFilter(filter); drawing.select(slug, {fly: true}); drawing.setLanes(choice); drawing.setWindow(t0, t1);
 *   drawing.setPeriodisation(key); drawing.fit(); drawing.destroy();
 *
 * Windows are whole days, t1 the last one shown; `on.window` comes once a move has come to rest, with (null, null) when
 * the whole record is shown. `on.select` comes when the reader chooses or closes an event, `on.open` when the reader
 * asks for its row and the list on the page does not hold it (else the row is shown here), `on.answer` after each query with the
 * counts. Calling a setter never calls back.
 */

import { debounce } from "../lib/timing.js";
import { emptyFilter } from "../data/filter.js";
import { createAnnouncer } from "./a11y/announcer.js";
import { showRow } from "./a11y/list-sync.js";
import { sameStop } from "./a11y/roving.js";
import { countWords, createSpoken } from "./a11y/spoken.js";
import { createActions } from "./actions.js";
import { createFrameSteps } from "./frame.js";
import { enableInteraction } from "./interaction/index.js";
import { createMeasurer } from "./measure.js";
import { createArcs } from "./render/arcs.js";
import { createLabels } from "./render/labels.js";
import { createLegend } from "./render/legend.js";
import { ANNOUNCE, DRAW, LAYOUT, OVERLAY, SCALE, createScheduler } from "./render/scheduler.js";
import { buildSkeleton } from "./render/skeleton.js";
import { createStrip } from "./render/strip.js";
import { createTip } from "./render/tip.js";
import { createQueries } from "./queries.js";
import { createSelection } from "./selection.js";
import { createState } from "./state.js";
import { readTheme, watchTheme } from "./theme.js";
import { clampWindow, limitsOf } from "./viewport.js";
import { uncover } from "./uncover.js";
import { watchSize } from "./watch-size.js";

export { showRow } from "./a11y/list-sync.js";
export { createLocalSource } from "../data/local-source.js";
export { emptyFilter, readFilter, readLanes, writeLanes } from "../data/filter.js";
export { dayToEdtf, parseBounds } from "../lib/civil.js";

const REST = 250;

/**
 * @param {HTMLElement} element
 * @param {object} options see above
 * @returns {Record<string, Function>}
 */
export function createTimeline(element, { source, strings, language, urlOf, view: wanted = {}, on = {} }) {
  const abort = new AbortController();
  const { signal } = abort;
  const parts = buildSkeleton(element, strings);
  let steps = null;
  const scheduler = createScheduler([
    [SCALE, () => steps.scale()],
    [LAYOUT, () => steps.layout()],
    [DRAW, () => steps.draw()],
    [OVERLAY, () => steps.overlay()],
    [ANNOUNCE, () => announce(state.message)],
  ]);
  const announce = createAnnouncer(parts.live, signal);
  const state = createState({ periodisation: wanted.periodisation ?? null }, scheduler.mark);
  const view = {
    state,
    parts,
    strings,
    measurer: createMeasurer(parts.probe),
    theme: readTheme(element),
    labels: createLabels(parts.labels, { strings, spoken: (event) => spoken(event), languageOf: (event) => view.columns.titleIn[event] }),
    arcs: createArcs(parts.glow.getContext("2d"), parts.edges, { strings, follow: (event) => selection.follow(event) }),
    strip: createStrip(parts.strip, strings),
    tip: createTip(parts.stage),
    sizes: [],
    stamp: 0,
    byKey: false,
    wantsFocus: false,
    uncover: false,
    chain: null,
    keyboardInside: () => parts.stage.contains(document.activeElement),
    afterOverlay: landFocus,
  };
  let spoken = () => "";
  let filter = wanted.filter ?? emptyFilter();
  let lanes = wanted.lanes ?? null;
  let sought = false;
  let pending = { window: wanted.window ?? null, selected: wanted.selected ?? null };

  const settle = debounce(() => {
    const [t0, t1] = state.window;
    const whole = t0 <= state.limits[0] && t1 >= state.limits[1];
    const days = whole ? null : [Math.floor(t0), Math.ceil(t1) - 1];
    on.window?.(...(days ?? [null, null]));
    queries.askWindow(days, state.window);
  }, REST);
  const queries = createQueries(source, {
    wanted: () => ({ filter, lanes, most: state.size.compact ? 3 : 5, event: pending.selected ?? state.answer?.columns.slug[state.selected] ?? null }),
    accept,
    fail(error) {
      parts.empty.hidden = false;
      parts.empty.textContent = strings.failed;
      on.error?.(error);
    },
    signal,
  });
  const actions = createActions(view, {
    onWindow: settle,
    onSelect: (slug) => on.select?.(slug),
    listEvents: (lane, members) => interaction.listEvents(lane, members),
  });
  const selection = createSelection(view, {
    actions,
    urlOf: urlOf ?? ((slug) => `/${language}/events/${slug}/`),
    open: (slug) => showRow(slug) || on.open?.(slug),
    flush: scheduler.flush,
    signal,
  });
  steps = createFrameSteps(view);
  const interaction = enableInteraction(view, actions, {
    choose: (lane, event, byKey) => selection.choose(event, { lane, byKey }),
    close: selection.close,
    chain: selection.chain,
    lanes: () => ({ answer: state.answer, choice: lanes }),
    setLanes: (choice) => {
      lanes = choice;
      on.lanes?.(choice);
      queries.ask();
    },
    picture: () => on.picture?.(),
    share: () => on.share?.(),
    resized: () => sizes.measure(),
    signal,
  });
  createLegend(parts.legend, parts.buttons.legend, strings, { narrow: parts.root.clientWidth < 800, changed: () => sizes.measure() });
  parts.buttons.picture.hidden = !on.picture;
  parts.buttons.share.hidden = !on.share;
  watchTheme(() => refreshTheme(), signal);
  const sizes = watchSize(view, { typeChanged: () => refreshTheme(), foldChanged: () => queries.ask() }, signal);
  queries.ask();

  function accept(answer) {
    if (answer.continues) return state.set({ answer });
    const before = state.answer;
    const widest = limitsOf(answer.columns.extent);
    const limits = widest.every((day, i) => day === state.limits[i]) ? state.limits : widest;
    if (before && before.columns !== answer.columns) pending.selected ??= before.columns.slug[state.selected] ?? null;
    const { window: days, selected } = pending;
    pending = { window: null, selected: null };
    spoken = createSpoken(answer, strings);
    const next = { answer, limits, active: sameStop(before, answer, state.active), hover: -1 };
    if (days) next.window = clampWindow([days[0], days[1] + 1], limits);
    else if (!before) next.window = limits;
    state.set(next);
    view.overview = answer;
    view.stamp += 1;
    if (before) state.set({ message: countWords(answer.count, strings) });
    if (sought) actions.flyToHit();
    sought = false;
    if (selected !== null) selection.set(selected, !days);
    if (state.window !== limits) settle();
    // A change of the filter is drawn at once, not with the next frame.
    if (before) scheduler.flush();
    on.answer?.(answer);
  }

  function landFocus() {
    actions.sayWindow();
    if (view.uncover && !actions.flight.flying) {
      view.uncover = false;
      uncover(view, state.selected);
    }
    if (!view.wantsFocus || !state.active) return;
    const node = view.labels.node(state.active.lane, state.active.event);
    if (node && !node.classList.contains("is-away")) {
      view.wantsFocus = false;
      node.focus({ preventScroll: true });
      view.uncover = true;
      scheduler.mark(OVERLAY);
    } else if (!actions.flight.flying) view.wantsFocus = false;
  }

  function refreshTheme() {
    view.theme = readTheme(element);
    view.stamp += 1;
    view.sizes = [];
    scheduler.mark(SCALE | LAYOUT | DRAW | OVERLAY);
  }

  return {
    setFilter(next) {
      sought = next.q !== filter.q && next.q !== "";
      filter = next;
      queries.ask();
    },
    setLanes(choice) {
      lanes = choice;
      queries.ask();
    },
    select(slug, { fly = false } = {}) {
      const there = slug === null || state.answer?.columns.indexOf.has(slug);
      if (state.answer && (there || !source.windowed)) return selection.set(slug, fly);
      pending.selected = slug;
      if (state.answer) queries.ask();
    },
    setWindow(t0, t1) {
      if (t0 === null || t1 === null) state.set({ window: state.limits });
      else if (state.answer) actions.flyTo([t0, t1 + 1]);
      else pending.window = [t0, t1];
    },
    setPeriodisation: (key) => state.set({ periodisation: key }),
    fit: () => actions.fit(),
    /** What a picture of the drawing is made from; see export/arrange.js. */
    snapshot: () => ({ ...state, strings, measurer: view.measurer, root: parts.root }),
    /** Draws at once what waits for the next frame. */
    flush: () => scheduler.flush(),
    destroy() {
      abort.abort();
      actions.flight.stop();
      settle.cancel();
      scheduler.destroy();
      parts.root.remove();
    },
  };
}
