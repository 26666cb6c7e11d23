"use strict";
(function () {
  var table = document.querySelector(".townships");
  var heads = Array.from(table.querySelectorAll("thead [aria-sort]"));
  var bodies = Array.from(table.tBodies);
  var filters = Array.from(document.querySelectorAll(".filter"));
  var search = document.getElementById("search");
  var unfold = document.getElementById("unfold");
  var status = "";

  function key(body, name) {
    if (name === "place") { return Number(body.dataset.place); }
    if (name === "status") { return body.dataset.status; }
    return Number(body.querySelectorAll("td[data-value]")[Number(name)].dataset.value);
  }

  function compared(left, right) {
    if (typeof left === "number") { return left - right; }
    return left.localeCompare(right, "zh-CN");
  }

  function sort(head) {
    var name = head.querySelector("button").dataset.sort;
    var first = name === "place" || name === "status" ? "ascending" : "descending";
    var other = first === "ascending" ? "descending" : "ascending";
    var order = head.getAttribute("aria-sort") === first ? other : first;
    var sign = order === "ascending" ? 1 : -1;
    heads.forEach(function (item) { item.setAttribute("aria-sort", item === head ? order : "none"); });
    bodies.sort(function (left, right) {
      return sign * compared(key(left, name), key(right, name)) || key(left, "place") - key(right, "place");
    });
    bodies.forEach(function (body) { table.appendChild(body); });
  }

  function show() {
    var words = search.value.trim().toLowerCase();
    var shown = 0;
    bodies.forEach(function (body) {
      var fits = (!status || body.dataset.status === status) && body.textContent.toLowerCase().includes(words);
      body.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    document.getElementById("count").textContent = "显示 " + shown + " 个机关";
    document.getElementById("nothing").hidden = shown > 0;
  }

  heads.forEach(function (head) {
    head.querySelector("button").addEventListener("click", function () { sort(head); });
  });
  filters.forEach(function (button) {
    button.addEventListener("click", function () {
      status = button.dataset.status;
      filters.forEach(function (item) { item.setAttribute("aria-pressed", String(item === button)); });
      show();
    });
  });
  search.addEventListener("input", show);
  unfold.addEventListener("click", function () {
    var open = unfold.getAttribute("aria-pressed") !== "true";
    unfold.setAttribute("aria-pressed", String(open));
    unfold.textContent = open ? "收起全部问题" : "展开全部问题";
    table.querySelectorAll("details").forEach(function (item) { item.open = open; });
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".fold").forEach(function (item) { item.open = true; });
  });
})();
