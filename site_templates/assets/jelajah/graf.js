/* The graph in memory, and the walk through it. Knows nothing of the page. */
"use strict";

globalThis.spbeJelajah = {};

spbeJelajah.graf = (data) => {
  const kinds = data.jenis.map(([slug, label]) => ({ slug, label }));
  const office = kinds.findIndex((kind) => kind.slug === "perangkat-daerah");
  const nodes = data.simpul.flatMap((some, kind) => some.map(([id, name, state = 0, brief = name]) =>
    ({ kind, id, name, brief, state, key: `${kinds[kind].slug}/${id}`, ends: [], owner: null })));
  nodes.forEach((node, place) => { node.place = place; });
  data.sisi.forEach((told, source) => {
    for (let at = 0; at < told.length; at += 2) {
      const [forward, inverse, owns] = data.hubungan[told[at] >> 1];
      const planned = Boolean(told[at] & 1);
      const target = told[at + 1];
      nodes[source].ends.push({ name: forward, at: target, planned, outward: true });
      nodes[target].ends.push({ name: inverse, at: source, planned, outward: false });
      if (owns && !planned) nodes[source].owner = target;
    }
  });
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  for (const [key, place] of Object.entries(data.dahulu)) if (!byKey.has(key)) byKey.set(key, nodes[place]);

  /* One of each kind in turn, so that a cut leaves something of all. */
  const mixed = (places) => {
    const turn = new Map();
    const ranked = places.map((place) => {
      const { kind } = nodes[place];
      turn.set(kind, (turn.get(kind) ?? 0) + 1);
      return [turn.get(kind), kind, place];
    });
    return ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, , place]) => place);
  };

  /* From `start` up to `depth` steps through what the filters let pass. Each step maps places to the ways that lead
     there from the step before: {from, name, planned, outward}; at most `limit` places, of `total`. */
  const walk = (start, wanted) => {
    const passes = ({ kind, state, owner, id }) => wanted.kinds.has(kinds[kind].slug)
      && (kind === office || wanted.states.has(data.keadaan[state][0]))
      && (!wanted.office || (kind === office ? id : nodes[owner]?.id) === wanted.office);
    const seen = new Set([start.place]);
    const steps = [];
    let edge = [start.place];
    for (let step = 1; step <= wanted.depth; step += 1) {
      const found = new Map();
      for (const from of edge) {
        if (step > 1 && nodes[from].kind === office && !wanted.through) continue;
        for (const { name, at, planned, outward } of nodes[from].ends) {
          if (seen.has(at) || (wanted.direction && outward !== (wanted.direction === "keluar"))) continue;
          if (!passes(nodes[at])) continue;
          const ways = found.get(at) ?? found.set(at, []).get(at);
          if (!ways.some((way) => way.from === from && way.name === name && way.outward === outward)) ways.push({ from, name, planned, outward });
        }
      }
      edge = [...found.keys()];
      for (const place of edge) seen.add(place);
      if (edge.length) steps.push(found);
    }
    const total = seen.size - 1;
    let left = wanted.limit;
    const shown = [];
    for (const found of steps) {
      const some = mixed([...found.keys()]).slice(0, left);
      left -= some.length;
      if (some.length) shown.push(new Map(some.map((place) => [place, found.get(place)])));
    }
    return { start, steps: shown, total, shown: wanted.limit - left };
  };

  const offices = nodes.filter((node) => node.kind === office).sort((one, other) => one.name.localeCompare(other.name, "id"));
  return { kinds, states: data.keadaan, nodes, offices, walk, find: (key) => byKey.get(key) };
};
