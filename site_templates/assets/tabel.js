/* The tools of tables: every table is complete without them. What they are made of is loaded where there is a table. */
"use strict";

(() => {
  const boxes = [...document.querySelectorAll("[data-spbe-tabel]")];
  if (!boxes.length) return;
  const base = new URL("tabel/", document.currentScript.src);

  /* Parts are scripts and no modules: those do not load in a copy that is opened from disk. */
  const load = (address) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(address, base);
    script.async = false;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  /* Rows are asked for at once, while the parts are still on their way. */
  const files = new Map([...document.querySelectorAll("[data-spbe-baris]")].map(({ href }) =>
    [href, fetch(href).then((answer) => answer.json()).catch(() => null)]));
  window.spbeTabel = { load, files };
  Promise.all(["kata.js", "baris.js", "saringan.js", "alamat.js", "unsur.js", "alat.js"].map(load))
    .then(() => boxes.forEach((box) => window.spbeTabel.start(box, boxes.length > 1)));
})();
