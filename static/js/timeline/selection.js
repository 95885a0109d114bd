/** The chosen event in all three places at once: mark, card and list row. Only the reader's own choosing calls back. */

import { createListSync } from "./a11y/list-sync.js";
import { chainOf } from "./chain.js";
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
    follow,
    showInList: open,
  });

  const put = (event) => {
    view.chain = event < 0 ? null : chainOf(view.columns, event);
    card.show(view.columns, event, view.chain);
    list.mark(event < 0 ? null : view.columns.slug[event]);
  };

  /** Goes along the chain: the other event is chosen, its mark has the focus and stands in the window. */
  function follow(event) {
    const { active, answer, selected } = state;
    const held = answer.lanes.map(({ marks }) => marks.includes(event));
    const lane = held[active?.lane] ? active.lane : held.indexOf(true);
    if (selected !== event) actions.select(event, lane);
    put(event);
    if (lane >= 0) actions.focusMark({ lane, event });
    else card.focus();
  }

  function choose(event, { lane = -1, byKey = false } = {}) {
    actions.select(event, lane);
    put(event);
    if (byKey) card.focus();
    else view.uncover = true;
  }

  /** Puts the card away; a focus that was in card or picture goes back to the mark. Answers whether there was one. */
  function close() {
    if (state.selected < 0) return false;
    const event = state.selected;
    const hadFocus = parts.card.contains(document.activeElement) || view.keyboardInside();
    actions.select(-1);
    put(-1);
    if (!hadFocus) return true;
    const { active, answer } = state;
    const lane = active?.event === event ? active.lane : answer.lanes.findIndex(({ marks }) => marks.includes(event));
    if (lane >= 0) actions.focusMark({ lane, event });
    else parts.stage.focus({ preventScroll: true });
    flush();
    return true;
  }

  return {
    choose,
    close,
    follow,
    /** Takes the keyboard to the chain of the chosen event, or of the one that has the focus. */
    chain() {
      const { active, selected } = state;
      if (selected < 0 && active) choose(active.event, { lane: active.lane });
      if (state.selected >= 0 && !card.focusChain()) state.set({ message: strings.chain_none });
    },
    /** @param {string | null} slug @param {boolean} fly whether to bring it into the window */
    set(slug, fly) {
      const event = indexOf(slug);
      flush();
      state.set({ selected: event });
      view.columns = state.answer.columns;
      put(event);
      if (event >= 0 && fly) actions.flyToEvent(event);
    },
  };
}
