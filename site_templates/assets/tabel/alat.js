/* The tools of one table: what the reader does becomes a state, the state becomes rows, counts and an address. */
"use strict";

(() => {
  const tools = window.spbeTabel;
  const { t, make, button, panel, choice, facetPanel, figures } = tools;
  const NARROW = matchMedia("(max-width: 45em)").matches;
  const FIRST = NARROW ? 12 : 100; /* rows that are shown before the reader asks for more: on a phone a row is an entry */
  const STEP = 500;
  const QUIET = 700; /* ms without a key stroke before a screen reader is told the number of rows */

  const start = async (box, several) => {
    const table = box.querySelector("table");
    const link = document.querySelector(`[data-spbe-baris="${table.id}"]`);
    const whole = link && await rowsFrom(link);
    const written = whole ? null : tools.fromPage(table);
    const columns = tools.columnsOf(table);
    whole?.told.urutan.forEach((kind, place) => { columns[place].kind = kind; });
    const rows = whole ? tools.fromFile(whole.told) : written.filter(({ sum }) => !sum);
    if (rows.length < 2) return;
    const { facets, fits } = tools.engine(columns, rows);
    const kept = tools.keep(columns, facets, several ? `${table.id}.` : "");
    let state = kept.read();
    let fitting = [];
    let limit = FIRST;

    /* What stands above the table. */
    const input = make("input", { type: "search", value: state.words, placeholder: t.any, "aria-controls": table.id });
    const output = make("output", { "aria-live": "off" });
    const told = make("span", { className: "tersembunyi", role: "status" });
    const picked = make("div", { className: "tabel__terpakai" });
    const group = `pilihan-${table.id}`;
    const panels = facets.map((facet) => facetPanel(facet, group, (value, on) => choose(facet.column.name, value, on)));
    const shownChoices = columns.slice(1).map((column) => ({
      column,
      ...choice(column.heading, (on) => { state.shown[on ? "add" : "delete"](column.name); update(); }),
    }));
    const order = make("select", { onchange: () => {
      state.sort = order.value ? { name: order.value.replace(/^-/, ""), down: order.value.startsWith("-") } : null;
      update();
    } });
    const files = make("span", { role: "group", "aria-label": t.take, className: "tabel__berkas" }, make("span", {}, t.take));
    for (const kind of ["CSV", "XLSX"]) files.append(button(kind, () => take(kind.toLowerCase())));
    /* On a narrow screen all but the words waits behind a button. */
    const others = button(t.others, () => {
      others.setAttribute("aria-expanded", String(bar.classList.toggle("tabel__alat--semua")));
    }, "tabel__lainnya");
    others.setAttribute("aria-expanded", "false");
    const bar = make("div", { className: "tabel__alat" },
      make("label", { className: "tabel__cari" }, t.filter, input),
      others,
      ...panels.map((one) => one.box),
      panel(t.columns, group, ...shownChoices.map(({ label }) => label)),
      make("label", { className: "tabel__urutan" }, t.sort, order),
      picked,
      make("div", { className: "tabel__kabar" }, output, told,
        make("div", { className: "tabel__hasil" }, button(t.copy, copy), files)));
    const more = button("", () => {
      const next = limit;
      limit = fitting.length > limit + STEP * 2 ? limit + STEP : Infinity;
      show();
      table.tBodies[0].querySelectorAll("tr:not([hidden])")[next]?.querySelector("a")?.focus();
    }, "tabel__semua");
    const none = make("p", { className: "kosong tabel__nihil", hidden: true }, t.nothing);

    /* What the reader does. */
    const choose = (name, value, on) => { state.chosen.get(name)[on ? "add" : "delete"](value); update(); };
    const clear = () => {
      state.words = input.value = "";
      for (const values of state.chosen.values()) values.clear();
      update();
      input.focus();
    };
    const turn = (column) => {
      const { sort } = state;
      if (sort?.name !== column.name) state.sort = { name: column.name, down: false };
      else state.sort = sort.down ? null : { name: column.name, down: true };
      update();
    };
    input.addEventListener("input", () => { state.words = input.value; update(); });

    /* What comes of it. */
    const update = () => {
      limit = FIRST;
      render();
      clearTimeout(later);
      later = setTimeout(keepAddress, 250); /* browsers forbid hundreds of changes of the address */
    };
    let later = 0;
    const keepAddress = () => {
      clearTimeout(later);
      const address = kept.addressOf(state);
      try { if (address !== location.href) history.replaceState(history.state, "", address); } catch { /* from disk */ }
      return address;
    };
    const render = () => {
      const { found, counts } = fits(state);
      fitting = found;
      panels.forEach((one, f) => one.tell(state.chosen.get(facets[f].column.name), counts[f]));
      tellPicked();
      tellOrder();
      tellColumns();
      show();
      const said = `${figures(fitting.length)} ${t.of} ${figures(rows.length)} ${link && !whole ? t.here : t.rows}`;
      output.textContent = said;
      output.hidden = !filtered() && !(link && !whole); /* else the caption says how many there are */
      clearTimeout(speak);
      speak = setTimeout(() => { told.textContent = said; }, QUIET);
    };
    let speak = 0;
    const filtered = () => state.words.trim() || [...state.chosen.values()].some((values) => values.size);
    const show = () => {
      const body = table.tBodies[0];
      if (whole) body.replaceChildren(...fitting.slice(0, limit).map(elementOf));
      else showWritten(body, written, rows, fitting, limit, { sorted: state.sort, filtered: filtered() });
      more.hidden = fitting.length <= limit * (limit === FIRST ? 1.25 : 1);
      if (more.hidden && limit === FIRST && fitting.length > limit) { limit = Infinity; show(); return; }
      more.textContent = fitting.length > limit + STEP * 2 ? t.more(STEP) : t.every(figures(fitting.length));
      none.hidden = fitting.length > 0;
    };
    const elementOf = (place) => (rows[place].element ??= tools.build(rows[place], columns, whole.root));
    const tellPicked = () => {
      const made = [...state.chosen].flatMap(([name, values]) => [...values].map((value) => {
        const { heading } = columns.find((column) => column.name === name);
        const chip = button("", () => { choose(name, value, false); input.focus(); }, "tabel__pakai");
        chip.append(make("span", { className: "tersembunyi" }, `${t.remove} `), `${heading}: ${value || t.none}`);
        return chip;
      }));
      if (filtered()) made.push(button(t.clear, clear, "tabel__kosongkan"));
      picked.replaceChildren(...made);
      picked.hidden = !made.length;
    };
    const tellOrder = () => {
      const { sort } = state;
      for (const { head, name } of columns) {
        if (sort?.name === name) head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      }
      const seen = columns.filter(({ place, name }) => !place || state.shown.has(name) || sort?.name === name);
      order.replaceChildren(new Option(t.asWritten, ""), ...seen.flatMap(({ name, heading, kind }) => [
        new Option(`${heading}: ${t.up[kind]}`, name), new Option(`${heading}: ${t.down[kind]}`, `-${name}`)]));
      order.value = sort ? (sort.down ? "-" : "") + sort.name : "";
    };
    /* A rule per hidden column costs less than a class on each of its cells. */
    const sheet = new CSSStyleSheet();
    let hiding = null;
    const tellColumns = () => {
      for (const { column, input: box } of shownChoices) box.checked = state.shown.has(column.name);
      const hidden = columns.filter(({ place, name }) => place && !state.shown.has(name));
      const rules = hidden.map(({ place }) => `#${CSS.escape(table.id)} tr > :nth-child(${place + 1}) { display: none !important; }`).join("\n");
      if (rules === hiding) return;
      hiding = rules;
      sheet.replaceSync(rules);
      requestAnimationFrame(fitColumns);
    };
    /* More columns than there is room for are scrolled inside the table, without headings that stay in view. */
    const fitColumns = () => {
      box.classList.remove("tabel--sesak");
      box.classList.toggle("tabel--sesak", table.offsetWidth > box.clientWidth);
    };
    const take = async (kind) => {
      try {
        await (tools.file ? null : tools.load("unduh.js"));
        const seen = columns.filter(({ place, name }) => !place || state.shown.has(name));
        await tools.file(kind, table.id, seen, fitting.map((place) => rows[place]));
        told.textContent = t.taken;
      } catch {
        output.textContent = told.textContent = t.lost;
        output.hidden = false;
      }
    };
    async function copy(event) {
      const { currentTarget } = event;
      const done = await copied(keepAddress());
      currentTarget.textContent = told.textContent = done ? t.copied : t.failed;
      setTimeout(() => { currentTarget.textContent = t.copy; }, 2500);
    }

    /* A link to a row shows it, wherever it stands. */
    const asked = () => {
      const id = idAsked();
      const place = id ? fitting.findIndex((i) => rows[i].id === id) : -1;
      if (place < 0) return;
      if (place >= limit) { limit = place + FIRST; show(); }
      const row = document.getElementById(id);
      table.querySelector(".sasaran")?.classList.remove("sasaran");
      row.classList.add("sasaran");
      row.scrollIntoView();
    };
    const restore = () => { state = kept.read(); input.value = state.words; limit = FIRST; render(); asked(); };

    for (const column of columns) {
      const turner = button("", () => turn(column), "tabel__urut");
      turner.append(...column.head.childNodes);
      column.head.append(turner);
    }
    document.adoptedStyleSheets.push(sheet);
    box.classList.add("tabel--siap");
    if (whole) for (const other of [link.closest("nav"), document.querySelector(".tabel__lain")]) other?.remove();
    box.before(bar);
    box.after(more, none);
    render();
    addEventListener("popstate", restore);
    addEventListener("hashchange", asked);
    addEventListener("pagehide", keepAddress);
    addEventListener("resize", fitColumns);
    addEventListener("beforeprint", () => { limit = Infinity; show(); }); /* paper has no button for more */
    if (whole || location.hash) asked();
  };

  const idAsked = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } /* such as #50% */
  };

  /* All rows of a table that is cut over several pages; nothing where files cannot be asked for, as from a disk. */
  const rowsFrom = async (link) => {
    const told = await tools.files.get(link.href);
    return told?.versi === 1 ? { told, root: link.href.slice(0, -told.alamat.length) } : null;
  };

  /* Rows that the page has already are only hidden and moved. Sums after the last row speak of all rows, those before
     it head the rows below them: a list is cut between such groups, and what heads no row in sight is not shown. */
  const showWritten = (body, written, rows, fitting, limit, { sorted, filtered }) => {
    const last = written.findLastIndex(({ sum }) => !sum);
    const isHead = ({ sum }, place) => sum && place < last;
    const starts = written.flatMap((one, place) =>
      isHead(one, place) ? [written.slice(0, place).filter(({ sum }) => !sum).length] : []);
    const cut = starts.length && !sorted && !filtered ? starts.find((start) => start >= limit) : limit;
    const seen = new Set(fitting.slice(0, cut));
    rows.forEach(({ element }, place) => { element.hidden = !seen.has(place); });
    let below = false;
    written.toReversed().forEach((one, back) => {
      const head = isHead(one, written.length - 1 - back);
      if (!one.sum) below = !one.element.hidden;
      else one.element.hidden = Boolean(filtered || (head && (sorted || !below)));
    });
    const order = sorted ? [
      ...new Set([...fitting, ...rows.keys()].map((place) => rows[place].element)),
      ...written.filter(({ sum }) => sum).map(({ element }) => element),
    ] : written.map(({ element }) => element);
    if (order.some((one, place) => body.rows[place] !== one)) body.append(...order);
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* no https: the old way */
      const field = make("textarea", { value: text, className: "tersembunyi", readOnly: true });
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };

  Object.assign(tools, { start });
})();
