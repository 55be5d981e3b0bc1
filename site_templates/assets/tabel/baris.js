/* Columns and rows of a table as values: read from the page, or from the JSON of a table that is cut over several pages
   (its form: generator/spbe/site/rowdata.py), whose rows are built here when they are to be seen. */
"use strict";

(() => {
  const { fold } = window.spbeTabel;
  const HOLLOW = "–";

  const columnsOf = (table) => [...table.tHead.rows[0].cells].map((head, place) => ({
    place,
    head,
    heading: head.textContent.trim(),
    name: head.dataset.kunci,
    kind: head.dataset.jenis ?? "teks",
    facet: head.dataset.saring,
    extra: head.classList.contains("tambahan"),
    classes: head.className,
  }));

  const row = (id, cells, element, sum = false) => ({
    id, cells, element, sum,
    folded: fold(cells.map((cell) => `${cell.text} ${cell.words ?? ""}`).join(" ")),
  });

  const valuesOf = (text) => (text === HOLLOW ? [""] : [text]);

  const readCell = (cell) => {
    const text = cell.textContent.trim().replace(/\s+/g, " ");
    return { text, sort: cell.dataset.urut, words: cell.dataset.kata, values: cell.dataset.nilai ? JSON.parse(cell.dataset.nilai) : valuesOf(text) };
  };

  const fromPage = (table) => [...table.tBodies[0].rows].map((element) =>
    row(element.id, [...element.cells].map(readCell), element, element.classList.contains("jumlah")));

  const toldCell = (told) => {
    const [text, address, sort, badge, level, values, words, share] = typeof told === "string" ? [told] : told;
    return { text, address, sort, badge, level, words, share, values: values?.length ? values : valuesOf(text) };
  };

  const fromFile = (told) => {
    const often = told.sel.map(toldCell);
    return told.baris.map(([id, ...cells]) =>
      row(id, cells.map((cell) => (typeof cell === "number" ? often[cell] : toldCell(cell)))));
  };

  const make = (name, classes, text) => {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const steps = (level) => {
    const made = make("span", "tingkat");
    const ladder = make("span", "tingkat__tangga");
    ladder.setAttribute("aria-hidden", "true");
    for (let step = 1; step <= 5; step += 1) ladder.append(make("i", step <= parseInt(level, 10) ? "isi" : ""));
    made.append(make("span", "tingkat__angka", level), " ", ladder);
    return made;
  };

  const bar = (text, share) => {
    const made = make("span", "porsi");
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const told = { viewBox: "0 0 100 6", width: 100, height: 6, preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" };
    for (const [name, value] of Object.entries(told)) svg.setAttribute(name, value);
    for (const [part, width] of [["alas", 100], ["isi", share]]) {
      const rect = document.createElementNS(svg.namespaceURI, "rect");
      rect.setAttribute("class", `porsi__${part}`);
      rect.setAttribute("width", width);
      rect.setAttribute("height", 6);
      svg.append(rect);
    }
    made.append(make("span", "", text), " ", svg);
    return made;
  };

  const inside = (cell, root) => {
    if (typeof cell.share === "number") return bar(cell.text, cell.share);
    if (cell.level) return steps(cell.level);
    if (cell.badge) return make("span", `lencana lencana--${cell.badge}`, cell.text);
    if (!cell.address) return cell.text;
    const link = make("a", "", cell.text);
    const elsewhere = cell.address.startsWith("http");
    link.href = elsewhere ? cell.address : root + cell.address;
    if (elsewhere) link.rel = "nofollow external";
    return link;
  };

  /* The same element that components/table.html.j2 makes of a row. */
  const build = (told, columns, root) => {
    const made = document.createElement("tr");
    if (told.id) made.id = told.id;
    told.cells.forEach((cell, place) => {
      const { classes, heading } = columns[place];
      const box = place ? make("td", cell.text === HOLLOW ? `${classes} hampa`.trim() : classes) : make("th");
      if (place) box.dataset.label = heading;
      else box.scope = "row";
      if (cell.sort) box.dataset.urut = cell.sort;
      box.append(inside(cell, root));
      made.append(box);
    });
    return made;
  };

  Object.assign(window.spbeTabel, { columnsOf, fromPage, fromFile, build });
})();
