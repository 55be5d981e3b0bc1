/* The field in which a record is chosen: a combobox over names and ids. */
"use strict";

spbeJelajah.pilih = (input, graph, words, choose) => {
  const list = input.parentElement.querySelector("[role=listbox]");
  const MOST = 12;
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = graph.nodes.map((node) => ` ${folded(node.name)} ${node.id}`);
  let found = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (place) => {
    active = place;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    const one = list.children[place];
    if (one) {
      input.setAttribute("aria-activedescendant", one.id);
      one.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const matching = (text) => {
    const asked = folded(text).split(/\s+/).filter(Boolean);
    const ranked = [];
    texts.forEach((one, place) => {
      if (!asked.every((word) => one.includes(word))) return;
      const begins = asked.filter((word) => one.includes(` ${word}`)).length;
      ranked.push([one.startsWith(` ${asked[0]}`) ? 0 : 1, -begins, one.length, place]);
    });
    ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || one[3] - other[3]);
    return ranked.map((one) => graph.nodes[one[3]]);
  };
  const offer = () => {
    if (!input.value.trim()) return close();
    const all = matching(input.value);
    found = all.slice(0, MOST);
    list.replaceChildren(...found.map((node, place) => {
      const option = document.createElement("li");
      option.id = `jelajah-pilihan-${place}`;
      option.setAttribute("role", "option");
      const kind = document.createElement("span");
      kind.textContent = graph.kinds[node.kind].label;
      option.append(`${node.name} `, kind);
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(node); });
      return option;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(Boolean(found.length)));
    mark(-1);
    words.say(all.length ? words.hasil.replace("{n}", all.length) : words.nihil);
    return undefined;
  };
  const take = (node) => { close(); choose(node); };

  input.addEventListener("input", offer);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => { close(); words.calm(); });
  input.addEventListener("keydown", (event) => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) {
      event.preventDefault();
      if (list.hidden) offer();
      if (found.length && !list.hidden) mark((active + moves[event.key] + (active < 0 && moves[event.key] < 0 ? 1 : 0) + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden && found.length) take(found[Math.max(active, 0)]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
      words.calm();
    }
  });
};
