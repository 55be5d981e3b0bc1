/* Words of the tools in the language of the page, and how words and numbers are compared. */
"use strict";

(() => {
  const english = document.documentElement.lang === "en";
  const t = english ? {
    filter: "Filter", any: "any words", of: "of", rows: "rows", here: "rows on this page", columns: "Columns",
    every: (n) => `Show all (${n})`, more: (n) => `Show ${n} more`, clear: "Clear filters", remove: "remove",
    copy: "Copy link to this table", copied: "Link copied", failed: "Not copied: take it from the address bar",
    take: "Download what is visible", taken: "Downloaded", lost: "The download failed", none: "empty", others: "Filters, columns, download",
    nothing: "Nothing fits these filters.", sort: "Sort", asWritten: "as written", find: "Find an option", picked: "chosen",
    up: { teks: "A to Z", angka: "small to large", tanggal: "oldest first" },
    down: { teks: "Z to A", angka: "large to small", tanggal: "newest first" },
  } : {
    filter: "Saring", any: "kata apa saja", of: "dari", rows: "baris", here: "baris di halaman ini", columns: "Kolom",
    every: (n) => `Tampilkan semua (${n})`, more: (n) => `Tampilkan ${n} lagi`, clear: "Kosongkan saringan", remove: "hapus",
    copy: "Salin tautan tabel", copied: "Tautan tersalin", failed: "Tidak tersalin: ambil dari bilah alamat",
    take: "Unduh yang terlihat", taken: "Terunduh", lost: "Gagal mengunduh", none: "kosong", others: "Saringan, kolom, unduhan",
    nothing: "Tidak ada baris yang cocok.", sort: "Urutkan", asWritten: "urutan semula", find: "Cari pilihan", picked: "dipilih",
    up: { teks: "A ke Z", angka: "kecil ke besar", tanggal: "terlama dulu" },
    down: { teks: "Z ke A", angka: "besar ke kecil", tanggal: "terbaru dulu" },
  };
  const collator = new Intl.Collator("id", { numeric: true, sensitivity: "base" });

  /* Case and accents make no difference. */
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  /* A figure as it is printed on the page; NaN for what is more than a figure. */
  const number = (text) => {
    const plain = text.trim().replace(/^[−–](?=\d)/, "-").replace(/ ?%$/, "");
    const grouped = english ? /^[-+]?\d{1,3}(,\d{3})*(\.\d+)?$|^[-+]?\d+(\.\d+)?$/ : /^[-+]?\d{1,3}(\.\d{3})*(,\d+)?$|^[-+]?\d+(,\d+)?$/;
    if (!grouped.test(plain)) return NaN;
    return Number(english ? plain.replaceAll(",", "") : plain.replaceAll(".", "").replace(",", "."));
  };

  const figures = (n) => n.toLocaleString(english ? "en-GB" : "id-ID");

  Object.assign(window.spbeTabel, { t, fold, number, figures, compare: collator.compare });
})();
