/* What is visible as a file: loaded when somebody asks for one. */
"use strict";

(() => {
  const { number, load } = window.spbeTabel;
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const RISKY = /^[=+\-@\t\r\n]/; /* what a spreadsheet would take for a formula, as in generator/spbe/exchange/cells.py */

  /* A cell as a number or a date where it is exactly that, else as its words; nothing where it says nothing. */
  const valueOf = ({ kind }, cell) => {
    if (kind === "tanggal" && DAY.test(cell.sort ?? "")) return { day: cell.sort };
    if (kind === "angka") {
      const value = number(cell.text);
      if (!Number.isNaN(value)) return cell.text.endsWith("%") ? { share: value / 100 } : { number: value };
    }
    return { text: cell.text === "–" ? "" : cell.text };
  };

  const csvCell = (value) => {
    const plain = value.day ?? value.number ?? value.share;
    const text = plain === undefined ? value.text.replace(RISKY, "'$&") : String(plain);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  const csv = (columns, rows) => {
    const lines = [columns.map(({ heading }) => csvCell({ text: heading }))];
    for (const { cells } of rows) lines.push(columns.map((column) => csvCell(valueOf(column, cells[column.place]))));
    return new Blob([`\ufeff${lines.map((line) => line.join(",")).join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
  };

  const sheetCell = (value) => {
    if (value.day) return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
    if (value.share !== undefined) return { value: value.share, type: Number, format: "0.##%" };
    if (value.number !== undefined) return { value: value.number, type: Number };
    return value.text ? { value: value.text, type: String } : null;
  };

  const xlsx = async (columns, rows) => {
    if (!window.writeXlsxFile) await load("../vendor/write-excel-file/write-excel-file.min.js");
    const values = rows.map(({ cells }) => columns.map((column) => valueOf(column, cells[column.place])));
    const data = [
      columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: "bold" })),
      ...values.map((row) => row.map(sheetCell)),
    ];
    const widths = columns.map(({ heading }, place) => ({
      width: Math.min(60, 2 + Math.max(heading.length, ...values.slice(0, 500).map((row) => String(row[place].text ?? "0000-00-00").length))),
    }));
    return window.writeXlsxFile(data, { columns: widths, stickyRowsCount: 1 }).toBlob();
  };

  const file = async (kind, name, columns, rows) => {
    const content = await (kind === "csv" ? csv : xlsx)(columns, rows);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = `${name}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  Object.assign(window.spbeTabel, { file });
})();
