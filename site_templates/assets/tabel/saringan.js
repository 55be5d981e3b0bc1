/* Which rows fit, in which order, and how many fit each option of a facet. Knows no page. */
"use strict";

(() => {
  const { fold, number, compare } = window.spbeTabel;

  const keyOf = (kind, cell) => {
    if (kind !== "angka") return cell.sort || (cell.values[0] === "" && cell.values.length === 1 ? "" : cell.text);
    const key = cell.sort ? parseFloat(cell.sort) : number(cell.text);
    return Number.isNaN(key) ? "" : key;
  };

  /* What has no value comes last, whichever way the rest is turned. */
  const ordered = (rows, { place, kind }, down) => {
    const keys = rows.map((row) => keyOf(kind, row.cells[place]));
    const by = {
      angka: (a, b) => a - b,
      tanggal: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
      teks: compare,
    }[kind];
    return rows.map((_row, i) => i).sort((a, b) => {
      if (keys[a] === "" || keys[b] === "") return (keys[a] === "") - (keys[b] === "") || a - b;
      return (down ? by(keys[b], keys[a]) : by(keys[a], keys[b])) || a - b;
    });
  };

  /* Columns that say so, and of the others those of few words. */
  const worthOffering = (column, rows, distinct) => {
    if (column.facet === "tidak" || distinct < 2) return false;
    if (column.facet === "ya") return true;
    const bare = column.place > 0 && column.kind === "teks" && !rows.some((row) => row.cells[column.place].sort !== undefined && row.cells[column.place].sort !== "");
    return bare && rows.length >= 8 && distinct <= Math.min(80, rows.length * 0.45);
  };

  const facetOf = (column, rows) => {
    const found = new Map();
    const also = new Map(); /* by which words an option is found, too */
    for (const { cells } of rows) {
      const { values, sort, words } = cells[column.place];
      for (const value of values) if (!found.has(value)) found.set(value, sort || value);
      if (words && values.length === 1) also.set(values[0], words);
    }
    if (!worthOffering(column, rows, found.size)) return [];
    const options = [...found].sort(([a, x], [b, y]) => (a === "") - (b === "") || compare(x, y)).map(([value]) => value);
    const places = new Map(options.map((value, place) => [value, place]));
    return [{ column, options, also, of: rows.map((row) => row.cells[column.place].values.map((value) => places.get(value))) }];
  };

  /* `fits(state)` gives the places of the rows that fit, in order, and for each facet how many rows each option would
     leave, given all the other filters. State: `words`, `chosen` (values by column name), `sort`. */
  const engine = (columns, rows) => {
    const facets = columns.flatMap((column) => facetOf(column, rows));
    const asWritten = rows.map((_row, i) => i);
    const known = new Map();

    const order = (sort) => {
      const column = sort && columns.find(({ name }) => name === sort.name);
      if (!column) return asWritten;
      const key = `${sort.down} ${sort.name}`;
      if (!known.has(key)) known.set(key, ordered(rows, column, sort.down));
      return known.get(key);
    };

    const fits = (state) => {
      const words = fold(state.words).split(/\s+/).filter(Boolean);
      const wanted = facets.map(({ column, options }) => {
        const chosen = state.chosen.get(column.name);
        return chosen?.size ? options.map((value) => chosen.has(value)) : null;
      });
      const counts = facets.map(({ options }) => new Uint32Array(options.length));
      const found = [];
      for (const i of order(state.sort)) {
        if (!words.every((word) => rows[i].folded.includes(word))) continue;
        let misses = 0;
        let missed = -1;
        for (let f = 0; f < facets.length; f += 1) {
          if (wanted[f] && !facets[f].of[i].some((option) => wanted[f][option])) { misses += 1; missed = f; }
        }
        if (misses === 0) found.push(i);
        for (let f = 0; f < facets.length; f += 1) {
          if (misses === 0 || (misses === 1 && missed === f)) for (const option of facets[f].of[i]) counts[f][option] += 1;
        }
      }
      return { found, counts };
    };

    return { facets, fits };
  };

  Object.assign(window.spbeTabel, { engine });
})();
