/** Scrolls the page just as far as a mark needs to stand free of the card that covers the foot of the screen. */

const AIR = 12;

/**
 * @param {object} view
 * @param {number} selected event, or -1; the focused mark goes first
 */
export function uncover({ state, parts, frame, labels }, selected) {
  const focused = document.activeElement?.closest?.(".tl-mark");
  const lane = state.active?.event === selected ? state.active.lane : frame.findIndex(({ events }) => events.includes(selected));
  const node = parts.stage.contains(focused) ? focused : selected >= 0 && lane >= 0 ? labels.node(lane, selected) : null;
  if (!node) return;
  const box = node.getBoundingClientRect();
  const floor = parts.card.hidden ? innerHeight : Math.min(parts.card.getBoundingClientRect().top, innerHeight);
  const scroller = parts.root.classList.contains("is-full") ? parts.root : window;
  if (box.bottom > floor - AIR) scroller.scrollBy(0, box.bottom - floor + AIR);
  else if (box.top < AIR) scroller.scrollBy(0, box.top - 5 * AIR);
}
