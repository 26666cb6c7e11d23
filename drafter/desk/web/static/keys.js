// Single keys, as in the lists of the pages; they can be switched off, and never act while somebody types.
const OFF = "drafter-desk-no-keys";

export function startKeys() {
  const box = document.getElementById("use-keys");
  if (box) {
    box.checked = !localStorage.getItem(OFF);
    box.addEventListener("change", () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (localStorage.getItem(OFF)) return;
    const keys = KEYS[document.getElementById("main")?.dataset.keys] ?? {};
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act && act() !== false) event.preventDefault();
  });
}

export function isTyping(element) {
  return element.isContentEditable || element.matches?.("input:not([type=checkbox]), textarea, select");
}

export const KEYS = {
  queue: {
    j: () => step(1),
    k: () => step(-1),
    "/": () => document.getElementById("text")?.focus(),
  },
};

function step(by) {
  const links = [...document.querySelectorAll(".queue tbody th a")];
  const at = links.indexOf(document.activeElement);
  const next = links[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by, 0), links.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
