/* The tools of tables: every table is complete without them. */
"use strict";

(() => {
  const t = document.documentElement.lang === "en"
    ? { filter: "Filter", shown: "of", rows: "rows", all: "all", every: "Show all" }
    : { filter: "Saring", shown: "dari", rows: "baris", all: "semua", every: "Tampilkan semua" };
  const FIRST = 100; /* rows of a long table that are shown before the reader asks for more; a phone shows fewer */
  const NARROW = matchMedia("(max-width: 45em)").matches;

  /* Tables: a filter box, a choice for columns of few values, a live count, and headings that sort. */
  for (const box of document.querySelectorAll("[data-spbe-tabel]")) {
    const table = box.querySelector("table");
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < 2) continue;
    const heads = [...table.tHead.rows[0].cells];

    const tools = document.createElement("div");
    tools.className = "tabel__alat";
    const label = document.createElement("label");
    label.textContent = t.filter + " ";
    const input = document.createElement("input");
    input.type = "search";
    input.setAttribute("aria-controls", table.id);
    label.append(input);
    const count = document.createElement("output");
    tools.append(label);

    const choices = [];
    heads.forEach((head, column) => {
      const values = rows.map((row) => row.cells[column].textContent.trim());
      const distinct = [...new Set(values)].sort(new Intl.Collator("id", { numeric: true }).compare);
      const dated = rows.some((row) => row.cells[column].dataset.urut !== undefined);
      if (column === 0 || dated || head.classList.contains("kanan") || rows.length < 8) return;
      if (distinct.length < 2 || distinct.length > Math.min(80, rows.length * 0.45)) return;
      const named = document.createElement("label");
      named.textContent = head.textContent;
      const select = document.createElement("select");
      select.append(new Option(t.all, ""), ...distinct.map((value) => new Option(value, value)));
      named.append(select);
      tools.append(named);
      select.addEventListener("input", () => filter());
      choices.push([select, values]);
    });
    tools.append(count);
    box.before(tools);

    const more = document.createElement("button");
    more.type = "button";
    more.className = "tabel__semua";
    more.textContent = `${t.every} (${rows.length})`;
    let limit = NARROW ? FIRST / 4 : FIRST;
    if (rows.length <= limit * 1.25) limit = Infinity;
    else box.after(more);
    /* A link to a row shows it, wherever it stands. */
    const asked = () => { if (rows.some((row) => row.id && `#${row.id}` === decodeURIComponent(location.hash))) all(); };
    const all = () => { limit = Infinity; filter(); };
    more.addEventListener("click", () => {
      const next = [...body.rows].find((row) => row.hidden);
      all();
      next?.querySelector("a")?.focus();
    });

    const fold = (text) => text.toLocaleLowerCase("id").normalize("NFKD").replace(/\p{M}/gu, "");
    const texts = rows.map((row) => fold(row.textContent));
    const tell = (shown) => { count.textContent = `${shown} ${t.shown} ${rows.length} ${t.rows}`; };
    const place = new Map(rows.map((row, i) => [row, i]));
    const filter = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      let fitting = 0;
      for (const row of body.rows) {
        const i = place.get(row);
        const fits = words.every((word) => texts[i].includes(word))
          && choices.every(([select, values]) => !select.value || values[i] === select.value);
        if (fits) fitting += 1;
        row.hidden = !fits || fitting > limit;
        if (!row.hidden) shown += 1;
      }
      more.hidden = shown === fitting;
      tell(shown);
    };
    input.addEventListener("input", filter);
    filter();
    asked();
    addEventListener("hashchange", asked);
    addEventListener("beforeprint", all); /* paper has no button for more */

    heads.forEach((cell, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tabel__urut";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const down = cell.getAttribute("aria-sort") === "ascending";
        for (const other of cell.parentElement.cells) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = (row) => row.cells[column].dataset.urut ?? row.cells[column].textContent.trim();
        const order = new Intl.Collator("id", { numeric: true, sensitivity: "base" });
        rows.map((row) => [key(row), row])
          .sort((a, b) => (down ? -1 : 1) * order.compare(a[0], b[0]))
          .forEach(([, row]) => body.append(row));
        filter();
      });
    });
  }
})();
