/* The same records as the picture, step by step, as a list that every reader can use. */
"use strict";

spbeJelajah.daftar = (place, graph, words, links) => {
  const made = (name, given = {}, ...inside) => {
    const one = Object.assign(document.createElement(name), given);
    one.append(...inside);
    return one;
  };
  const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_whole, name) => given[name]);
  const shape = (node) => {
    const one = made("i", { className: `bentuk bentuk--${graph.kinds[node.kind].slug}` });
    one.setAttribute("aria-hidden", "true");
    return one;
  };
  const planned = () => made("span", { className: "relasi__rencana" }, ` ${words.rencana}`);
  const entry = (node, ways, step) => {
    const walk = made("a", { href: links.explore(node) }, node.name);
    walk.dataset.dari = node.key;
    const page = made("a", { href: links.page(node), className: "jelajah__halaman" }, "↗");
    page.title = filled(words.buka, { nama: node.name });
    page.setAttribute("aria-label", page.title);
    const line = made("li", {}, shape(node), walk);
    line.dataset.simpul = node.place;
    if (node.state) line.append(made("span", { className: "relasi__rencana" }, ` (${graph.states[node.state][1].toLowerCase()})`));
    if (step === 1 && ways.every((way) => way.planned)) line.append(planned());
    line.append("\u00a0", page);
    if (step > 1) {
      const through = made("span", { className: "jelajah__lewat" }, `${words.lewat} `);
      ways.forEach((way, at) => {
        through.append(`${at ? "; " : ""}${graph.nodes[way.from].name}: ${way.name.toLowerCase()}`);
        if (way.planned) through.append(planned());
      });
      line.append(through);
    }
    return line;
  };
  const group = (title, lines) => {
    const many = lines.length > 12 ? " relasi__kelompok--banyak" : "";
    const count = made("span", { className: "relasi__jumlah" }, String(lines.length));
    return made("div", { className: `relasi__kelompok${many}` }, made("dt", {}, `${title} `, count), made("dd", {}, made("ul", {}, ...lines)));
  };
  /* What stands next to the start is grouped by relation; what is further away by kind, each with its ways. */
  const groups = (found, step) => {
    const gathered = new Map();
    for (const [at, ways] of found) {
      const node = graph.nodes[at];
      const kind = graph.kinds[node.kind].label;
      const names = step === 1 ? new Set(ways.map((way) => way.name)) : [""];
      for (const name of names) {
        const key = `${name}|${kind}`;
        if (!gathered.has(key)) gathered.set(key, { name, kind, order: node.kind, members: [] });
        gathered.get(key).members.push([node, name ? ways.filter((way) => way.name === name) : ways]);
      }
    }
    const all = [...gathered.values()].sort((one, other) => one.order - other.order || one.name.localeCompare(other.name, "id"));
    return all.map(({ name, kind, members }) => {
      const alone = name && all.filter((one) => one.name === name).length === 1;
      members.sort(([one], [other]) => one.name.localeCompare(other.name, "id"));
      return group(alone ? name : name ? `${name}: ${kind.toLowerCase()}` : kind, members.map(([node, ways]) => entry(node, ways, step)));
    });
  };
  return ({ steps }) => {
    place.replaceChildren(...steps.flatMap((found, at) => [
      made("h3", {}, `${filled(words.langkah, { n: at + 1 })} `, made("span", { className: "relasi__jumlah" }, String(found.size))),
      made("dl", { className: "relasi" }, ...groups(found, at + 1)),
    ]));
  };
};
