/** Full screen with larger type, for a projector. Where the browser refuses, the drawing fills the page instead. */

/**
 * @param {HTMLElement} root of the drawing
 * @param {{button: HTMLElement, changed: () => void}} does `changed` comes when the room is another
 * @param {AbortSignal} signal
 * @returns {{toggle: () => void, leave: () => boolean}} `leave` answers whether there was something to leave
 */
export function enableFullScreen(root, { button, changed }, signal) {
  const on = () => root.classList.contains("is-full");
  const set = (full) => {
    if (on() === full) return;
    root.classList.toggle("is-full", full);
    document.documentElement.classList.toggle("has-full-screen", full);
    button.setAttribute("aria-pressed", String(full));
    changed();
  };
  const leave = () => {
    if (!on()) return false;
    if (document.fullscreenElement === root) document.exitFullscreen();
    set(false);
    return true;
  };
  document.addEventListener("fullscreenchange", () => set(document.fullscreenElement === root), { signal });
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && leave()) event.preventDefault();
    },
    { signal },
  );
  button.setAttribute("aria-pressed", "false");
  return {
    leave,
    toggle() {
      if (leave()) return;
      set(true);
      root.requestFullscreen?.().catch(() => {});
    },
  };
}
