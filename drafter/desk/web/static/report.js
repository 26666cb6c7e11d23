// The report page: choosing sentences and cells, the hint at a figure, and what stays where after the page changed.
import { KEYS } from "./keys.js";

const TODO = ".line.red, .line.amber, .line:has(.chip.gap)";
let origin = ""; // the sentence from which somebody went to a cell

const main = () => document.getElementById("main");
const lines = () => [...document.querySelectorAll(".line")];
const chosen = () => document.querySelector(".line.chosen");

export function startReport() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (event) => hint(event.target));
  for (const name of ["mouseout", "focusout"]) document.addEventListener(name, () => hint(null));
  document.addEventListener("htmx:after:swap", settle);
  Object.assign(KEYS, { report: REPORT_KEYS });
  settle();
  (chosen() ?? document.querySelector(".cell.here"))?.scrollIntoView({ block: "center" });
}

const REPORT_KEYS = {
  j: () => move(lines(), 1),
  k: () => move(lines(), -1),
  n: () => move([...document.querySelectorAll(TODO)], 1),
  e: () => press("[data-key-e]"),
  a: () => press("[data-key-a]"),
  d: () => press("[data-key-d]"),
  l: () => press("[data-key-l]"),
  u: () => press("form[data-action=undo] button"),
  t: () => showTodo(),
  b: () => (origin ? choose(origin) : false),
  "?": () => document.getElementById("keys").togglePopover(),
};

function onClick(event) {
  const chip = event.target.closest(".paper .chip");
  if (chip?.dataset.cell) {
    origin = chip.closest(".line")?.dataset.line ?? "";
    return goToCell(chip.dataset.cell);
  }
  const cell = event.target.closest(".cell");
  if (cell) return goToCell(cell.dataset.path);
  const line = event.target.closest(".paper .line");
  if (line) return choose(line.dataset.line);
  const link = event.target.closest("[data-go-line], [data-go-cell], .back");
  if (!link) return;
  if (link.dataset.goCell) mark("", link.dataset.goCell);
  else if (link.dataset.goLine) mark(link.dataset.goLine, "");
  else mark("", "");
}

function onKey(event) {
  const target = event.target;
  if (event.key === "Escape") hint(null);
  if (target.matches?.(".line") && event.key === "Enter") choose(target.dataset.line);
  if (target.matches?.(".paper .chip") && ["Enter", " "].includes(event.key)) {
    event.preventDefault();
    target.click();
  }
  if (target.matches?.(".cell") && event.key.startsWith("Arrow")) {
    event.preventDefault();
    neighbour(target, event.key)?.focus();
  }
}

/* The cell above, below, left or right, by where they stand on the screen: tables have merged cells. */
function neighbour(cell, key) {
  const here = cell.getBoundingClientRect();
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = null;
  let least = Infinity;
  for (const other of cell.closest("table").querySelectorAll(".cell")) {
    const there = other.getBoundingClientRect();
    const [across, down] = [there.x - here.x, there.y - here.y];
    if (across * x + down * y <= 1) continue;
    const far = Math.abs(across * x + down * y) + 4 * Math.abs(across * y) + 4 * Math.abs(down * x);
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

function move(from, by) {
  if (!from.length) return false;
  const all = lines();
  const at = all.indexOf(chosen() ?? document.activeElement.closest(".line"));
  const next = by > 0 ? from.find((line) => all.indexOf(line) > at) : from.findLast((line) => all.indexOf(line) < at);
  const target = next ?? (from.length < all.length ? from[0] : null);
  if (!target) return false;
  choose(target.dataset.line);
  return true;
}

function choose(id) {
  mark(id, "");
  load({ line: id });
  document.getElementById(`line-${id}`)?.focus({ preventScroll: true });
}

function goToCell(path) {
  mark("", path);
  load({ cell: path });
  document.getElementById(`cell-${path}`)?.focus({ preventScroll: true });
}

function showTodo() {
  mark("", "");
  load({});
}

function mark(line, cell) {
  for (const old of document.querySelectorAll(".line.chosen, .cell.here")) old.classList.remove("chosen", "here");
  main().dataset.selected = line;
  const target = line ? document.getElementById(`line-${line}`) : document.getElementById(`cell-${cell}`);
  target?.classList.add(line ? "chosen" : "here");
  target?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  rove();
}

const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

function load(query) {
  document.querySelector("#say .done")?.remove();
  const asked = new URLSearchParams({ ...query, version: main().dataset.version });
  htmx.ajax("GET", `${main().dataset.panel}?${asked}`, { target: "#panel", swap: "innerHTML" });
}

function press(selector) {
  const button = document.querySelector(selector);
  if (!button || button.disabled) return false;
  button.click();
  return true;
}

/* One stop of the Tab key for all sentences and one for each table; chips can be reached in the chosen sentence. */
function rove() {
  const here = chosen();
  for (const line of lines()) {
    line.tabIndex = line === (here ?? lines()[0]) ? 0 : -1;
    for (const chip of line.querySelectorAll(".chip")) chip.tabIndex = line === here ? 0 : -1;
  }
  for (const table of document.querySelectorAll(".table table")) {
    const cells = [...table.querySelectorAll(".cell")];
    const stop = cells.find((cell) => cell.classList.contains("here")) ?? cells[0];
    for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1;
  }
}

function settle() {
  rove();
  for (const open of document.querySelectorAll("[popover]:popover-open")) {
    if (open.querySelector("form")) open.hidePopover();
  }
  const editor = document.getElementById("editor");
  if (editor && !editor.dataset.ready) return;
  if (document.activeElement === document.body) chosen()?.focus({ preventScroll: true });
}

function hint(target) {
  const tip = document.getElementById("tip");
  const from = target?.closest?.("[data-tip]");
  tip.hidden = !from?.dataset.tip;
  if (tip.hidden) return;
  tip.textContent = from.dataset.tip;
  const place = from.getClientRects()[0];
  const below = place.bottom + tip.offsetHeight + 8 < window.innerHeight;
  tip.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${below ? place.bottom + 6 : place.top - tip.offsetHeight - 6}px`;
}
