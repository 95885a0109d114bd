/** Sharing without leaving the page: what the share page shows, in a dialog; and its buttons that copy. */

let dialog = null;

/** @param {string} address of the share page */
export async function openShareDialog(address) {
  const answer = await fetch(address);
  if (!answer.ok) return location.assign(address);
  const shared = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("share");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "share-dialog";
    dialog.addEventListener("click", (event) => {
      if (event.target !== dialog && !event.target.closest("[data-close]")) return;
      event.preventDefault();
      dialog.close();
    });
    document.body.append(dialog);
  }
  dialog.setAttribute("aria-labelledby", "share-title");
  dialog.replaceChildren(shared);
  offerCopies(shared);
  return dialog.showModal();
}

/** @param {HTMLElement} shared the part of the page that holds address and code */
export function offerCopies(shared) {
  for (const button of shared.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy(document.getElementById(button.dataset.copy));
      button.textContent = button.dataset.copied;
      shared.querySelector("[data-said]").textContent = button.dataset.copied;
    });
  }
}

async function copy(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Over plain http there is no clipboard object; what is selected can be copied all the same.
    document.execCommand("copy");
  }
}
