// A list of the indicators that leaves only the figures of one; the page has all without it.
(function () {
  "use strict";
  var gallery = document.getElementById("gallery");
  var items = Array.prototype.slice.call(gallery.querySelectorAll("li"));
  var names = [];
  items.forEach(function (item) {
    var name = item.dataset.indicator;
    if (name && names.indexOf(name) < 0) {
      names.push(name);
    }
  });
  names.sort(function (one, other) { return one.localeCompare(other); });

  var label = document.createElement("label");
  label.textContent = gallery.dataset.label + " ";
  var choice = document.createElement("select");
  [gallery.dataset.all].concat(names).forEach(function (name, i) {
    var option = document.createElement("option");
    option.value = i ? name : "";
    option.textContent = name;
    choice.appendChild(option);
  });
  choice.addEventListener("change", function () {
    items.forEach(function (item) {
      item.hidden = choice.value !== "" && item.dataset.indicator !== choice.value;
    });
    gallery.querySelectorAll("section").forEach(function (section) {
      section.hidden = !section.querySelector("li:not([hidden])");
    });
  });
  label.appendChild(choice);
  var tools = document.createElement("div");
  tools.className = "tools";
  tools.appendChild(label);
  gallery.insertBefore(tools, gallery.firstChild);
})();
