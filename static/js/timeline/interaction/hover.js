/** Pointer and clicks on the picture: the reading line, what is lit, choosing, opening clusters, double click. */

/**
 * @param {HTMLElement} stage
 * @param {{at: (pointer: {x: number, y: number} | null) => void, light: (event: number) => void,
 *   choose: (lane: number, event: number) => void, part: (lane: number, members: number[], node: Element) => void,
 *   zoom: (factor: number, x: number) => void, focused: (lane: number, event: number) => void,
 *   meaningOf: (target: EventTarget | null) => {lane: number, event?: number, members?: number[]} | null,
 *   box: () => DOMRect}} does
 * @param {AbortSignal} signal
 */
export function enableHover(stage, does, signal) {
  const on = (name, listener) => stage.addEventListener(name, listener, { signal });

  on("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const box = does.box();
    does.at({ x: event.clientX - box.left, y: event.clientY - box.top });
    if (!event.target.closest(".tl-tip")) does.light(does.meaningOf(event.target)?.event ?? -1);
  });
  on("pointerleave", () => {
    does.at(null);
    does.light(-1);
  });
  on("focusin", (event) => {
    const meaning = does.meaningOf(event.target);
    if (meaning?.event !== undefined) does.focused(meaning.lane, meaning.event);
  });
  on("click", (event) => {
    const meaning = does.meaningOf(event.target);
    if (meaning?.members) does.part(meaning.lane, meaning.members, event.target);
    else if (meaning) does.choose(meaning.lane, meaning.event);
    else if (!event.target.closest("a, button")) stage.focus({ preventScroll: true });
  });
  on("dblclick", (event) => {
    if (does.meaningOf(event.target)) return;
    event.preventDefault();
    does.zoom(event.shiftKey ? 2.5 : 0.4, event.clientX - does.box().left);
  });
}
