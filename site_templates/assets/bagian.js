/* On a phone long tables without tools show their first rows, and a long page closes its later parts under their
   headings until it is about eight screens long. Every page is complete without this file; what is closed is found by
   the browser's own search and by links. A page that is long beyond use closes them on every screen. */
"use strict";

(() => {
  const LIMIT = 5800; /* px of the whole page */
  const ENDLESS = 24000;
  const WORTH = 80; /* px below which closing a part gains nothing */
  const ROWS = 12;
  const FEW = 5; /* parts of a part that are closed one by one */
  const narrow = matchMedia("(max-width: 44.98em)");
  const page = document.querySelector(".spbe-isi");
  if (!page) return;

  const depth = ({ tagName }) => Number(tagName[1]);
  const isHeading = (node) => /^H[1-6]$/.test(node.tagName);
  const headings = [...page.querySelectorAll("h2, h3")].filter(({ parentElement }) =>
    parentElement === page || parentElement.tagName === "SECTION");

  /* What stands below a heading, up to the next one that is not below it, or to what is offered for the whole page. */
  const isForAll = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(".ubah, .tetangga");
  const below = (heading) => {
    const nodes = [];
    const ends = (node) => isForAll(node) || (isHeading(node) && depth(node) <= depth(heading));
    for (let node = heading.nextSibling; node && !ends(node); node = node.nextSibling) nodes.push(node);
    return nodes;
  };
  const partsOf = (nodes) => headings.filter((one) => nodes.some((node) => node.contains(one)));
  const heightOf = (nodes) => {
    const range = document.createRange();
    range.setStartBefore(nodes[0]);
    range.setEndAfter(nodes.at(-1));
    return range.getBoundingClientRect().height;
  };

  const parts = []; /* those that were closed */
  const close = (heading, nodes) => {
    const box = document.createElement("div");
    box.id = `${heading.id}-isi`;
    box.className = "bagian-isi";
    heading.after(box);
    box.append(...nodes);
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.setAttribute("aria-controls", box.id);
    heading.append(button);
    heading.classList.add("bagian");
    const turn = (open) => {
      button.setAttribute("aria-expanded", String(open));
      if (open) box.removeAttribute("hidden");
      else box.setAttribute("hidden", "until-found");
    };
    turn(false);
    button.addEventListener("click", () => turn(box.hasAttribute("hidden")));
    box.addEventListener("beforematch", () => turn(true));
    parts.push({ heading, box, turn });
  };

  const isLong = () => document.documentElement.scrollHeight > LIMIT;
  /* How many rows are shown: whole groups, with the sums that head or end them. */
  const isSum = (row) => row.matches(".jumlah");
  const kept = (rows) => {
    if (!rows.some(isSum)) return ROWS;
    const begins = isSum(rows[0]) ? (one, before) => isSum(one) && !isSum(before) : (one, before) => !isSum(one) && isSum(before);
    const end = rows.findIndex((row, place) => place >= ROWS && begins(row, rows[place - 1]));
    return end < 0 ? rows.length : end;
  };
  const cut = (table) => {
    const rows = [...table.tBodies[0].rows];
    const hidden = rows.slice(kept(rows), isSum(rows.at(-1)) ? -1 : undefined);
    if (hidden.length < ROWS / 2 || hidden.some((row) => row.matches(":target") || row.querySelector(":target"))) return;
    for (const row of hidden) row.hidden = true;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tabel__semua";
    button.textContent = document.documentElement.lang === "en" ? "Show all rows" : "Tampilkan semua baris";
    const show = () => { for (const row of hidden) row.hidden = false; button.remove(); };
    button.addEventListener("click", () => { show(); hidden[0].querySelector("a")?.focus(); });
    addEventListener("beforeprint", show);
    table.closest(".tabel").after(button);
  };

  const shorten = () => {
    if (!narrow.matches && document.documentElement.scrollHeight < ENDLESS) return;
    if (narrow.matches) for (const table of page.querySelectorAll(".tabel:not([data-spbe-tabel]) table")) if (table.tBodies[0]?.rows.length > ROWS) cut(table);
    const seen = scrollY + innerHeight; /* what a reader may be looking at stays */
    const later = headings.filter((one) => one.id && one.getBoundingClientRect().top + scrollY >= seen).toReversed();
    const closing = (wanted) => {
      for (const heading of later) {
        if (!isLong()) return;
        const nodes = below(heading);
        if (wanted(heading, nodes) && nodes.length && heightOf(nodes) >= WORTH) close(heading, nodes);
      }
    };
    const isMany = (heading) => later.includes(heading) && partsOf(below(heading)).length > FEW;
    const wholeOf = (heading) => headings.slice(0, headings.indexOf(heading)).findLast((one) => depth(one) < depth(heading));
    /* From the end: few parts one by one, many with their whole; then the wholes that are left. */
    closing((heading, nodes) => isMany(heading) || (!partsOf(nodes).length && !isMany(wholeOf(heading))));
    closing((heading, nodes) => partsOf(nodes).length > 0);
  };

  const asked = () => {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* such as #50% */ }
    const closed = parts.filter(({ heading, box }) => target && (heading === target || box.contains(target)));
    for (const { turn } of closed) turn(true);
    if (closed.length) target.scrollIntoView();
  };

  addEventListener("load", () => { shorten(); asked(); });
  addEventListener("hashchange", asked);
  /* A link to where one is already changes no address. */
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("a[href*='#']")?.href === location.href) asked();
  });
  narrow.addEventListener("change", () => { for (const { turn } of parts) turn(true); });
})();
