// Two lists to choose regions from, and what the table of comparisons says of them.
(function () {
  "use strict";
  var section = document.getElementById("compare");
  var texts = section.dataset;
  var pairs = texts.pairs.split(";");
  // In the order of the page, which sorting changes later.
  var rows = Array.prototype.slice.call(document.querySelectorAll("#regions tbody tr:not(.nation)"));
  var names = rows.map(function (row) { return row.cells[0].textContent; });
  var levels = rows.map(function (row) { return row.cells[2].textContent.trim(); });
  var answer = document.createElement("p");
  answer.setAttribute("role", "status");

  function choice(label, chosen) {
    var box = document.createElement("label");
    var list = document.createElement("select");
    names.forEach(function (name, i) { list.add(new Option(name, i, false, i === chosen)); });
    box.append(label + " ", list);
    list.addEventListener("change", show);
    return box;
  }

  var first = choice(texts.one, 0);
  var second = choice(texts.two, 1);
  var tools = document.createElement("div");
  tools.className = "tools";
  tools.append(first, second);

  function fill(text, values) {
    return text.replace(/\[(\w)\]/g, function (all, key) { return values[key]; });
  }

  function show() {
    var a = Number(first.lastChild.value);
    var b = Number(second.lastChild.value);
    var i = Math.min(a, b);
    var j = Math.max(a, b);
    if (i === j) {
      answer.textContent = "";
      return;
    }
    var pair = pairs[i * names.length - i * (i + 1) / 2 + j - i - 1].split("|");
    answer.textContent = fill(texts.text + " " + texts[pair[1]], {
      a: names[i], b: names[j], x: levels[i], y: levels[j], d: pair[0]
    });
  }

  section.insertBefore(answer, section.children[1]);
  section.insertBefore(tools, answer);
  show();
})();
