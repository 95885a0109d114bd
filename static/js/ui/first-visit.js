/** First steps for a reader who has not been here before; once closed they never come back on this device. */

/** @param {HTMLTemplateElement} template the steps as the server wrote them; they stand where it stands */
export function showFirstVisit(template) {
  template.after(template.content.cloneNode(true));
  const steps = template.nextElementSibling;
  const close = () => {
    const held = steps.contains(document.activeElement);
    steps.remove();
    if (held) document.getElementById("main").focus({ preventScroll: true });
    localStorage.setItem("first-visit", "done");
  };
  steps.querySelector("button").addEventListener("click", close);
  steps.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
}
