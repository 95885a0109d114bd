// The stock autocomplete fields tell a screen reader no name: they get that of their label.

function name(select) {
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  const box = select.nextElementSibling;
  if (!label || !box?.classList.contains("select2-container")) return;
  const text = label.textContent.trim().replace(/:$/, "");
  for (const part of box.querySelectorAll(".select2-selection, .select2-selection__rendered, input")) {
    if (part.tagName !== "UL") part.setAttribute("aria-label", text);
  }
}

const nameAll = (root) => root.querySelectorAll("select.admin-autocomplete").forEach(name);

// jQuery calls its ready handlers in their order: this one comes after the one that makes the fields.
window.django?.jQuery(() => nameAll(document));
document.addEventListener("formset:added", (event) => setTimeout(() => nameAll(event.target)));
