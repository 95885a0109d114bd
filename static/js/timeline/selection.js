/** The chosen event in all three places at once: mark, card and list row. Only the reader's own choosing calls back. */

import { createListSync } from "./a11y/list-sync.js";
import { createCard } from "./render/card.js";

/**
 * @param {object} view
 * @param {{actions: object, urlOf: (slug: string) => string, open: (slug: string) => void, flush: () => void,
 *   signal: AbortSignal}} options
 */
export function createSelection(view, { actions, urlOf, open, flush, signal }) {
  const { state, parts, strings } = view;
  const indexOf = (slug) => (slug === null ? -1 : state.answer?.columns.indexOf.get(slug) ?? -1);
  const list = createListSync((slug) => state.set({ hover: indexOf(slug), pointer: null }), signal);
  const card = createCard(parts.card, {
    strings,
    urlOf,
    close,
    select: (event) => choose(event, { fly: true }),
    showInList(slug) {
      list.show(slug);
      open(slug);
    },
  });

  function choose(event, { lane = -1, byKey = false, fly = false } = {}) {
    actions.select(event, lane);
    card.show(view.columns, event);
    list.mark(view.columns.slug[event]);
    if (byKey || fly) card.focus();
    if (fly) actions.flyToEvent(event);
  }

  /** Puts the card away; a focus that was in card or picture goes back to the mark. */
  function close() {
    if (state.selected < 0) return;
    const event = state.selected;
    const hadFocus = parts.card.contains(document.activeElement) || view.keyboardInside();
    actions.select(-1);
    card.show(null, -1);
    list.mark(null);
    if (!hadFocus) return;
    const { active, answer } = state;
    const lane = active?.event === event ? active.lane : answer.lanes.findIndex(({ marks }) => marks.includes(event));
    if (lane >= 0) actions.focusMark({ lane, event });
    else parts.stage.focus({ preventScroll: true });
  }

  return {
    choose,
    close,
    /** @param {string | null} slug @param {boolean} fly whether to bring it into the window */
    set(slug, fly) {
      const event = indexOf(slug);
      flush();
      state.set({ selected: event });
      card.show(state.answer.columns, event);
      list.mark(event < 0 ? null : slug);
      if (event >= 0 && fly) actions.flyToEvent(event);
    },
  };
}
