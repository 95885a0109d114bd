/** First steps for a reader who has not been here before; once closed they never come back on this device. */

/** @param {HTMLTemplateElement} template the steps as the server wrote them; they stand where it stands */
export function showFirstVisit(template) {
  const page = document.documentElement;
  const card = document.querySelector(".tl-card");
  const sheet = document.getElementById("sheet");
  const narrow = matchMedia("(max-width: 63.99rem)");
  const watch = new AbortController();
  const observer = new MutationObserver(giveWay);
  template.after(template.content.cloneNode(true));
  const steps = template.nextElementSibling;

  /** An open event, and on a phone the open filters, come first. */
  function giveWay() {
    steps.hidden = card?.hidden === false || (sheet.open && narrow.matches);
  }

  function close() {
    const held = steps.contains(document.activeElement);
    steps.remove();
    observer.disconnect();
    watch.abort();
    page.classList.remove("has-first-steps");
    if (held) document.getElementById("main").focus({ preventScroll: true });
    localStorage.setItem("first-visit", "done");
  }

  page.classList.add("has-first-steps");
  if (card) observer.observe(card, { attributeFilter: ["hidden"] });
  sheet.addEventListener("toggle", giveWay, { signal: watch.signal });
  giveWay();
  steps.querySelector("button").addEventListener("click", close);
  steps.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
}
