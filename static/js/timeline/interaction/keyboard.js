/** Keys, only while the focus is inside the picture. */

import { actionOf } from "./keys.js";

/**
 * @param {HTMLElement} stage
 * @param {Record<string, () => void>} does one function per action of the key table
 * @param {AbortSignal} signal
 */
export function enableKeyboard(stage, does, signal) {
  stage.addEventListener(
    "keydown",
    (event) => {
      const action = actionOf(event);
      if (!action) return;
      if (action === "open" && !event.target.closest(".tl-mark")) return;
      event.preventDefault();
      does[action]();
    },
    { signal },
  );
}
