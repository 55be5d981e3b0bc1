/* The state of a table in the address of the page: what somebody else is sent shows the same rows.
   ?cari=… words, ?<column>=… chosen values, ?urut=[-]<column>, ?kolom=<column>.<column>; other keys stay as they are. */
"use strict";

(() => {
  const { fold } = window.spbeTabel;

  const keep = (columns, facets, prefix) => {
    const key = (name) => prefix + name;
    const offered = facets.map(({ column }) => column.name);
    const meant = new Map(facets.map(({ column, options }) => [column.name, new Map(options.map((value) => [fold(value), value]))]));
    const usual = columns.filter(({ place, extra }) => place && !extra).map(({ name }) => name);
    const known = ["cari", "urut", "kolom", ...offered].map(key);

    const read = () => {
      const told = new URLSearchParams(location.search);
      const valueOf = (name, written) => meant.get(name).get(fold(written)) ?? written;
      const chosen = new Map(offered.map((name) => [name, new Set(told.getAll(key(name)).map((one) => valueOf(name, one)))]));
      const sort = told.get(key("urut")) ?? "";
      const name = sort.replace(/^-/, "");
      const shown = told.get(key("kolom"))?.split(".") ?? usual;
      return {
        words: told.get(key("cari")) ?? "",
        chosen,
        sort: columns.some((column) => column.name === name) ? { name, down: sort.startsWith("-") } : null,
        shown: new Set(columns.filter((column) => column.place && shown.includes(column.name)).map((column) => column.name)),
      };
    };

    /* The address of the page that shows `state`. */
    const addressOf = (state) => {
      const told = new URLSearchParams(location.search);
      for (const name of known) told.delete(name);
      if (state.words.trim()) told.set(key("cari"), state.words.trim());
      for (const [name, values] of state.chosen) for (const value of values) told.append(key(name), value);
      if (state.sort) told.set(key("urut"), (state.sort.down ? "-" : "") + state.sort.name);
      const shown = columns.filter(({ name }) => state.shown.has(name)).map(({ name }) => name);
      if (shown.join() !== usual.join()) told.set(key("kolom"), shown.join("."));
      const query = told.toString();
      return location.href.split(/[?#]/)[0] + (query && `?${query}`) + location.hash;
    };

    return { read, addressOf };
  };

  Object.assign(window.spbeTabel, { keep });
})();
