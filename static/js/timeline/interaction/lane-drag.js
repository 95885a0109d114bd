/** Dragging the name of a country's lane up or down; the dialog of the lanes does the same with buttons. */

const SLOP = 4;

/**
 * @param {HTMLElement} heads the list of lane names
 * @param {{lanes: () => import("../../data/contract.js").Lane[], boxes: () => import("../lanes.js").LaneBox[],
 *   move: (from: number, to: number) => void}} does
 * @param {AbortSignal} signal
 */
export function enableLaneDrag(heads, does, signal) {
  let press = null;

  const targetOf = (event) => {
    const y = event.clientY - heads.getBoundingClientRect().top;
    const lanes = does.lanes();
    let at = does.boxes().findIndex((box) => y < box.top + box.height);
    if (at < 0) at = lanes.length - 1;
    while (at > 0 && lanes[at].kind !== "country") at -= 1;
    return at;
  };
  const release = () => {
    press?.node.classList.remove("is-moved");
    if (press) press.node.style.translate = "";
    for (const node of heads.children) node.classList.remove("is-target");
    press = null;
  };

  heads.addEventListener(
    "pointerdown",
    (event) => {
      const node = event.target.closest(".tl-head");
      const from = node ? [...heads.children].indexOf(node) : -1;
      if (event.button !== 0 || does.lanes()[from]?.kind !== "country") return;
      press = { node, from, y: event.clientY, moving: false };
    },
    { signal },
  );
  heads.addEventListener(
    "pointermove",
    (event) => {
      if (!press) return;
      if (!press.moving) {
        if (Math.abs(event.clientY - press.y) < SLOP) return;
        press.moving = true;
        heads.setPointerCapture(event.pointerId);
        press.node.classList.add("is-moved");
      }
      press.node.style.translate = `0 ${event.clientY - press.y}px`;
      const at = targetOf(event);
      [...heads.children].forEach((node, i) => node.classList.toggle("is-target", i === at && i !== press.from));
    },
    { signal },
  );
  heads.addEventListener(
    "pointerup",
    (event) => {
      if (press?.moving) {
        const to = targetOf(event);
        if (to !== press.from) does.move(press.from, to);
      }
      release();
    },
    { signal },
  );
  heads.addEventListener("pointercancel", release, { signal });
}
