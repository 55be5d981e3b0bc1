/* What axe need not look at: what pages before have shown, and of each sort of colour and of thing all but the first few.

   `sampled(known, few)` marks the texts whose colours are to be measured with `data-wakil`: so many of each sort that is
   not `known`, and tells the names of these sorts. A name holds what axe reckons with, the styles of a text and of all that
   it lies in, and what it and the elements close around it are called, for some lie over others.
   `pruned(known, few)` then takes out rows, items and other parts that hold no such text and nothing of a sort of which
   so few have stayed, and tells the names of the sorts of things on the page that are not `known`. The sort of a thing is
   what it and the elements close around it are called, whether it says anything, and whether anything is in it.
   `chosen(colours, things, few)` does both, names parted by blanks, and `faults()` is what axe finds then: it measures
   the colours of the marked texts alone. Afterwards the page is whole again. */
(() => {
  const CLOSE = 4;
  const telling = /^(style|open|fill|aria-|data-)/;
  /* The family of a page and a scrolled head are no other things, for axe. */
  const named = (one) => (one.getAttribute("class") ?? "").replace(/\b(spbe-isi--|md-header--shadow)[\w-]*/, "").trim();
  const calledNow = (one) => [one.localName, named(one), one.getAttribute("role"),
    ...[...one.attributes].filter(({ name }) => telling.test(name) && name !== "data-wakil")
      .map(({ name, value }) => name + (value ? "" : "-"))].join(".");
  const remembered = (make) => {
    const made = new WeakMap();
    return (one) => {
      if (!made.has(one)) made.set(one, make(one));
      return made.get(one);
    };
  };
  const digest = (text) => { // cyrb53: short names, for they travel to the test and back
    let [one, two] = [0xdeadbeef, 0x41c6ce57];
    for (let place = 0; place < text.length; place += 1) {
      one = Math.imul(one ^ text.charCodeAt(place), 2654435761);
      two = Math.imul(two ^ text.charCodeAt(place), 1597334677);
    }
    return ((2097151 & two) * 4294967296 + (one >>> 0)).toString(36);
  };

  const closeness = () => { // of a page as it is now
    const called = remembered(calledNow);
    const close = (one, depth) => (one && depth ? `${close(one.parentElement, depth - 1)}>${called(one)}` : "");
    return remembered((one) => close(one, CLOSE));
  };
  const STAYING = "h1, h2, h3, h4, h5, h6, main"; // rules about the whole page ask for these
  const BLOCKS = `.spbe-isi :is(details, div, dl, figure, form, ol, p, section, ul):not(:has(${STAYING}))`;
  const PARTS = `:is(tbody, tfoot) > tr, li, dl > div, label, ${BLOCKS}`;
  const emptied = new Map();
  const restored = () => {
    for (const [part, [children, style]] of emptied) {
      part.replaceChildren(...children);
      if (style === null) part.removeAttribute("style");
      else part.setAttribute("style", style);
    }
    emptied.clear();
  };
  const pruned = (known, few) => {
    const stayed = new Map(known.map((name) => [name, few]));
    const close = closeness();
    const says = remembered((one) => [...one.childNodes].some((child) => (
      child.nodeType === Node.TEXT_NODE ? child.data.trim() : child.nodeType === Node.ELEMENT_NODE && says(child))));
    const sort = remembered((one) => digest(`${close(one)} ${!says(one)} ${!one.childElementCount}`));
    const all = [...document.querySelectorAll("body *")];
    const told = new Set(all.map(sort).filter((name) => !stayed.has(name)));
    const held = new Map([...document.querySelectorAll(PARTS)].map((part) => [part, []]));
    const part = remembered((one) => (held.has(one) || !one.parentElement ? one : part(one.parentElement)));
    for (const one of all) held.get(part(one))?.push(sort(one));
    const outer = new Set(); // parts with a part in them that stays
    const depth = remembered((one) => (one.parentElement ? depth(one.parentElement) + 1 : 0));
    const gone = [...held.keys()].sort((one, other) => depth(other) - depth(one)).filter((one) => {
      if (!outer.has(one) && !one.matches("[data-wakil]") && !one.querySelector("[data-wakil]")
        && held.get(one).every((name) => stayed.get(name) >= few)) return true;
      for (const name of held.get(one)) stayed.set(name, (stayed.get(name) ?? 0) + 1);
      outer.add(part(one.parentElement));
      return false;
    });
    for (const one of gone) { // its place stays, for style sheets count
      emptied.set(one, [[...one.childNodes], one.getAttribute("style")]);
      one.replaceChildren();
      one.style.setProperty("display", "none", "important");
    }
    return [...told];
  };

  const plain = "rgba(0, 0, 0, 0) none 1 none normal";
  const sampled = (known, few) => {
    const close = closeness();
    const measured = new Map(known.map((name) => [name, few]));
    const ground = remembered((one) => {
      if (!one) return "";
      const { color, backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(one);
      const under = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode].join(" ");
      const below = one.parentElement ? ground(one.parentElement) : "";
      return under === plain && below.endsWith(color) ? below : `${below}\n${under} ${color}`;
    });
    const letters = (one) => {
      const { fontSize, fontWeight, textShadow, textDecorationLine, display, fill } = getComputedStyle(one);
      const among = one.localName === "a" && one.parentElement.textContent.trim() !== one.textContent.trim();
      return [fontSize, fontWeight, textShadow, textDecorationLine, display, fill, among].join(" ");
    };
    const speaks = (one) => one.matches("input, select, textarea")
      || [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    const told = new Set();
    for (const one of document.querySelectorAll("body *")) {
      delete one.dataset.wakil;
      if (!speaks(one) || !one.checkVisibility({ visibilityProperty: true })) continue;
      const name = digest(`${ground(one)}\n${letters(one)}\n${close(one)}`);
      const before = measured.get(name) ?? 0;
      if (before >= few) continue;
      one.dataset.wakil = "";
      measured.set(name, before + 1);
      told.add(name);
    }
    return [...told];
  };

  const chosen = ([colours, things, few]) => {
    const names = (joined) => joined.split(" ").filter(Boolean);
    const found = [sampled(names(colours), few), pruned(names(things), few)];
    if (!found.some((one) => one.length)) restored();
    return found.map((one) => one.join(" "));
  };

  const link = (id) => (id === "link-in-text-block" ? "a[href]" : "");
  const rules = ["color-contrast", "link-in-text-block"];
  const faults = async () => {
    axe.configure({ rules: rules.map((id) => ({ id, selector: `${link(id)}[data-wakil]` })) });
    const found = await axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
    restored();
    return found.violations;
  };
  window.sample = { chosen, faults };
})()
