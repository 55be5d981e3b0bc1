/* What axe need not look at: of each sort of colour three texts are measured, and of each sort of thing three stay.

   `sampled(known)` marks the texts whose colours are to be measured with `data-wakil`, and tells how often each sort of
   them was; `known` tells the same of pages before. The name of a sort holds what axe reckons with, the styles of a text
   and of all that it lies in, and what it and the elements close around it are called, for some lie over others.
   `pruned(known)` then takes out rows, items and other repeated parts that hold no such text and nothing else of which not
   enough has stayed, and tells how often each sort of thing is left of which pages before had not shown enough; `known`
   tells what they showed. A sort of thing is the way of names that leads to it from the main part of the page, or from the
   body, whether it says anything, and how many children it has. */
(() => {
  const STAY = 3;
  const CLOSE = 4;
  const telling = /^(style|open|fill|aria-|data-)/;
  const called = (one) => [one.localName, one.getAttribute("class"), one.getAttribute("role"),
    ...one.getAttributeNames().filter((name) => telling.test(name) && name !== "data-wakil")].join(".");
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
    return (2097151 & two) * 4294967296 + (one >>> 0);
  };

  const PARTS = [":is(tbody, tfoot) > tr", "li", "details", "dl > div", "label"].map((one) => `.spbe-isi ${one}`).join();
  const depth = (one) => (one ? depth(one.parentElement) + 1 : 0);
  const emptied = new Map();
  const restored = () => {
    for (const [part, [children, style]] of emptied) {
      part.replaceChildren(...children);
      if (style === null) part.removeAttribute("style");
      else part.setAttribute("style", style);
    }
    emptied.clear();
  };
  const pruned = (known) => {
    const stayed = new Map(Object.entries(known));
    const way = remembered((one) => `${one.matches("body, .spbe-isi > *") ? "" : way(one.parentElement)}>${called(one)}`);
    const sort = remembered((one) => digest(
      `${way(one)} ${!one.textContent.trim()} ${Math.min(one.childElementCount, STAY)}`).toString());
    const held = new Map([...document.querySelectorAll(PARTS)].map((part) => [part, []]));
    for (const one of document.querySelectorAll(".spbe-isi *")) held.get(one.closest(PARTS))?.push(sort(one));
    const gone = [...held.keys()].sort((one, other) => depth(other) - depth(one)).filter((part) => {
      const inner = [...part.querySelectorAll(PARTS)].some((one) => held.has(one));
      if (!inner && !part.matches("[data-wakil]") && !part.querySelector("[data-wakil]")
        && held.get(part).every((one) => stayed.get(one) >= STAY)) return held.delete(part);
      for (const one of held.get(part)) stayed.set(one, (stayed.get(one) ?? 0) + 1);
      return false;
    });
    for (const part of gone) { // its place stays, for style sheets count
      emptied.set(part, [[...part.childNodes], part.getAttribute("style")]);
      part.replaceChildren();
      part.style.setProperty("display", "none", "important");
    }
    const told = {};
    for (const one of document.querySelectorAll("body *")) {
      const name = sort(one);
      if ((known[name] ?? 0) + (told[name] ?? 0) < STAY) told[name] = (told[name] ?? 0) + 1;
    }
    return told;
  };

  const plain = "rgba(0, 0, 0, 0) none 1 none normal";
  const sampled = (known) => {
    restored();
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
    const close = (one, depth) => (one && depth ? `${close(one.parentElement, depth - 1)}>${called(one)}` : "");
    const speaks = (one) => one.matches("input, select, textarea")
      || [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    const told = {};
    for (const one of document.querySelectorAll("body *")) {
      delete one.dataset.wakil;
      if (!speaks(one) || !one.checkVisibility({ visibilityProperty: true })) continue;
      const name = digest(`${ground(one)}\n${letters(one)}\n${close(one, CLOSE)}`);
      const before = (known[name] ?? 0) + (told[name] ?? 0);
      if (before >= STAY) continue;
      one.dataset.wakil = "";
      told[name] = (told[name] ?? 0) + 1;
    }
    return told;
  };

  const link = (id) => (id === "link-in-text-block" ? "a[href]" : "");
  const rules = ["color-contrast", "link-in-text-block"];
  axe.configure({ rules: rules.map((id) => ({ id, selector: `${link(id)}[data-wakil]` })) });
  window.sample = { pruned, sampled };
})()
