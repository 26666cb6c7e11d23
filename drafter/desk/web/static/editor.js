// The editor of a sentence: words are typed, figures are chips that are put in or taken out whole.
let caret = null; // where the caret was when somebody left the editor for the list of figures
let timer = 0;

const editor = () => document.getElementById("editor");

export function startEditor() {
  document.addEventListener("htmx:after:swap", arrive);
  document.addEventListener("submit", fill, true);
  document.addEventListener("input", (event) => event.target === editor() && later());
  document.addEventListener("change", (event) => event.target.name === "cites" && later());
  document.addEventListener("selectionchange", remember);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  window.addEventListener("pagehide", () => timer && keep(true));
  arrive();
}

function arrive() {
  const box = editor();
  if (!box || box.dataset.ready) return;
  box.dataset.ready = "yes";
  caret = null;
  box.focus();
  document.getSelection().selectAllChildren(box);
  document.getSelection().collapseToEnd();
}

/* What was typed, in the order it stands: words, and chips by the name of what they show. */
function pieces() {
  const found = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) found.push({ text: node.data });
    else if (node.matches?.(".chip")) found.push({ text: node.textContent, kind: node.dataset.kind, ref: node.dataset.ref });
    else if (node.matches?.("br")) found.push({ text: " " });
    else for (const child of node.childNodes) walk(child);
  };
  walk(editor());
  return JSON.stringify(found.filter((piece) => piece.text || piece.ref));
}

function fill(event) {
  const form = event.target;
  if (!form.contains(editor())) return;
  form.elements.pieces.value = pieces();
  clearTimeout(timer);
  timer = 0;
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(keep, 600);
}

/* Keep what is typed at the server: a reload, a crash or somebody else's change loses nothing. */
async function keep(leaving = false) {
  timer = 0;
  const box = editor();
  if (!box) return;
  const body = new FormData(box.closest("form"));
  body.set("pieces", pieces());
  body.set("line", box.dataset.draft);
  const address = document.getElementById("main").dataset.keep;
  if (leaving === true) return void navigator.sendBeacon(address, body);
  const said = document.getElementById("kept");
  try {
    const answer = await fetch(address, { method: "POST", body });
    said.textContent = answer.ok ? "已暂存" : "没有暂存上";
  } catch {
    said.textContent = "没有暂存上，连不上审核台";
  }
}

function remember() {
  const selection = document.getSelection();
  if (editor()?.contains(selection.anchorNode) && selection.rangeCount) caret = selection.getRangeAt(0).cloneRange();
}

function onClick(event) {
  const option = event.target.closest(".option");
  if (option && editor()) return option.dataset.typed && replaceTyped(option) ? later() : (insert(chip(option)), later());
  if (event.target.closest("[data-discard]")) discard();
}

function onKey(event) {
  const box = editor();
  if (!box || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.target === box)) {
    event.preventDefault();
    if (event.ctrlKey) box.closest("form").requestSubmit();
  }
  if (event.key === "Escape") document.querySelector("#panel .back")?.click();
}

function chip(option) {
  const made = document.createElement("span");
  made.className = `chip ${option.dataset.kind ?? "fact"}`;
  made.contentEditable = "false";
  made.dataset.kind = option.dataset.kind ?? "fact";
  made.dataset.ref = option.dataset.ref;
  made.dataset.tip = option.dataset.tip ?? "";
  made.textContent = option.dataset.text;
  return made;
}

function insert(node) {
  const range = caret ?? document.createRange();
  if (!caret) {
    range.selectNodeContents(editor());
    range.collapse(false);
  }
  range.deleteContents();
  range.insertNode(node);
  range.setStartAfter(node);
  range.collapse(true);
  editor().focus();
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}

/* Put a chip where the words stand that could mean several figures. */
function replaceTyped(option) {
  const words = option.dataset.typed;
  const walker = document.createTreeWalker(editor(), NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".chip") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    node.splitText(at).splitText(words.length);
    node.nextSibling.replaceWith(chip(option));
    return true;
  }
  return false;
}

async function discard() {
  const box = editor();
  const form = box.closest("form");
  const body = new FormData(form);
  body.set("line", box.dataset.draft);
  body.set("discard", "1");
  clearTimeout(timer);
  timer = 0;
  await fetch(document.getElementById("main").dataset.keep, { method: "POST", body });
  document.querySelector("#panel .back")?.click();
}
