// A field to find a region, filters, and headings that sort; the table stands without them.
(function () {
  "use strict";
  var section = document.getElementById("regions");
  var texts = section.dataset;
  var body = section.querySelector("tbody");
  var rows = Array.prototype.slice.call(body.querySelectorAll("tr:not(.nation)"));
  var filter = "all";

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  var tools = document.createElement("div");
  tools.className = "tools";
  var label = document.createElement("label");
  label.textContent = texts.find + " ";
  var field = document.createElement("input");
  field.type = "search";
  label.appendChild(field);
  tools.appendChild(label);
  var none = document.createElement("p");
  none.setAttribute("role", "status");
  none.className = "none";

  var keep = {
    all: function () { return true; },
    decrease: function (row) { return row.dataset.tone === "decrease"; },
    increase: function (row) { return row.dataset.tone === "increase"; },
    protection: function (row) { return "protection" in row.dataset; }
  };

  function show() {
    var wanted = plain(field.value.trim());
    var shown = 0;
    rows.forEach(function (row) {
      var fits = keep[filter](row) && plain(row.cells[0].textContent).indexOf(wanted) >= 0;
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    none.textContent = shown ? "" : texts.none;
  }

  [["all", texts.all], ["decrease", texts.fell], ["increase", texts.rose], ["protection", texts.strategy]]
    .filter(function (each) { return each[0] === "all" || rows.some(keep[each[0]]); })
    .forEach(function (each) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = each[1];
      button.setAttribute("aria-pressed", String(each[0] === filter));
      button.addEventListener("click", function () {
        filter = each[0];
        tools.querySelectorAll("button").forEach(function (other) {
          other.setAttribute("aria-pressed", String(other === button));
        });
        show();
      });
      tools.appendChild(button);
    });
  field.addEventListener("input", show);
  section.insertBefore(tools, section.firstChild);
  section.appendChild(none);

  function key(row, column) {
    var cell = row.cells[column];
    var order = cell.dataset.order;
    return order === undefined ? plain(cell.textContent.trim()) : order === "" ? null : Number(order);
  }

  var headings = Array.prototype.slice.call(section.querySelectorAll("thead th"));
  headings.slice(0, 4).forEach(function (heading, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    while (heading.firstChild) {
      button.appendChild(heading.firstChild);
    }
    heading.appendChild(button);
    button.addEventListener("click", function () {
      var rising = heading.getAttribute("aria-sort") !== "ascending";
      headings.forEach(function (other) { other.removeAttribute("aria-sort"); });
      heading.setAttribute("aria-sort", rising ? "ascending" : "descending");
      rows.sort(function (one, other) {
        var a = key(one, column);
        var b = key(other, column);
        if (a === null || b === null) {
          return a === b ? 0 : a === null ? 1 : -1;
        }
        return (a < b ? -1 : a > b ? 1 : 0) * (rising ? 1 : -1);
      });
      rows.forEach(function (row) { body.appendChild(row); });
    });
  });
})();
