/* The search dialog: lists and tables lead to the same without it. */
"use strict";

(() => {
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
