/* Enhancements only: every page is complete without this file. */
"use strict";

(() => {
  const t = document.documentElement.lang === "en"
    ? { filter: "Filter", shown: "of", rows: "rows", all: "all", every: "Show all" }
    : { filter: "Saring", shown: "dari", rows: "baris", all: "semua", every: "Tampilkan semua" };
  const FIRST = 100; /* rows of a long table that are shown before the reader asks for more; a phone shows fewer */
  const NARROW = matchMedia("(max-width: 45em)").matches;

  /* On narrow screens the menu waits behind a button. */
  const menu = document.querySelector(".spbe-menu");
  document.querySelector(".spbe-menu__buka")?.addEventListener("click", (event) => {
    event.currentTarget.setAttribute("aria-expanded", String(menu.classList.toggle("buka")));
  });

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

  /* Search: the index is loaded when the box is first opened. */
  const opener = document.querySelector("[data-spbe-cari]");
  const dialog = document.querySelector("dialog.spbe-cari");
  if (!opener || !dialog) return;
  const field = dialog.querySelector("input");
  const news = dialog.querySelector(".spbe-cari__kabar");
  const list = dialog.querySelector(".spbe-cari__hasil");
  let engine;

  const load = () => {
    news.textContent = news.dataset.memuat;
    engine ??= import(new URL(opener.dataset.spbeCari, document.baseURI).href).then(async (found) => {
      await found.init();
      return found;
    });
    return engine.then((found) => { news.textContent = ""; return found; }, () => {
      news.textContent = news.dataset.gagal;
      engine = undefined; /* a preview makes its index after the pages */
      return null;
    });
  };

  const hit = (data) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    /* Pagefind knows where it read a page, not where the page stands. */
    link.href = new URL(data.meta.alamat, new URL("..", new URL(opener.dataset.spbeCari, document.baseURI)));
    link.textContent = data.meta.title;
    const kind = document.createElement("span");
    kind.className = "spbe-cari__jenis";
    kind.textContent = [data.meta.jenis, data.meta.keadaan, data.meta.opd].filter(Boolean).join(" · ");
    const excerpt = document.createElement("p");
    /* Pagefind gives text with <mark> around hits; only those marks are kept as elements. */
    for (const part of data.excerpt.split(/(<mark>.*?<\/mark>)/)) {
      /* Inside an element, or the parser would drop the spaces at the ends. */
      const plain = new DOMParser().parseFromString(`<i>${part}`, "text/html").body.textContent;
      if (!part.startsWith("<mark>")) { excerpt.append(plain); continue; }
      const mark = document.createElement("mark");
      mark.textContent = plain;
      excerpt.append(mark);
    }
    item.append(link, kind, excerpt);
    return item;
  };

  const search = async () => {
    const words = field.value.trim();
    const found = await load();
    if (!found || !words) { list.replaceChildren(); return; }
    const result = await found.debouncedSearch(words, {}, 150);
    if (!result) return;
    const hits = await Promise.all(result.results.slice(0, 20).map((one) => one.data()));
    /* What is called exactly so comes first; what is planned or given up (it has a state to tell) comes last. */
    const rank = ({ meta }) => (meta.title.toLowerCase() === words.toLowerCase() ? 0 : meta.keadaan ? 2 : 1);
    hits.sort((a, b) => rank(a) - rank(b));
    list.replaceChildren(...hits.map(hit));
    news.textContent = result.results.length
      ? `${result.results.length} ${news.dataset.hasil} “${words}”`
      : `${news.dataset.kosong} “${words}”`;
  };

  for (const button of [opener, ...document.querySelectorAll("[data-spbe-temukan]")]) {
    button.hidden = false;
    button.addEventListener("click", () => { dialog.showModal(); field.focus(); load(); });
  }
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); list.querySelector("a")?.focus(); }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !dialog.open) { event.preventDefault(); opener.click(); }
  });
})();
