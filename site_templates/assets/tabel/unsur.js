/* The parts that the tools are put together from: plain elements that know nothing of tables. */
"use strict";

(() => {
  const { t, fold, figures } = window.spbeTabel;
  const MANY = 12; /* options of a panel that need a field to find one */

  const make = (name, properties = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made && !key.startsWith("aria")) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const button = (text, act, classes = "tabel__tombol") => make("button", { type: "button", className: classes, onclick: act }, text);

  /* A panel that folds: Escape closes it, and so does whatever happens elsewhere. */
  const panel = (title, group, ...children) => {
    const summary = make("summary", {}, title);
    const box = make("details", { className: "tabel__pilihan" }, summary, make("div", { className: "tabel__panel" }, ...children));
    box.setAttribute("name", group);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.open) return;
      event.stopPropagation();
      box.open = false;
      summary.focus();
    });
    box.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !box.contains(event.relatedTarget)) box.open = false;
    });
    box.addEventListener("toggle", () => {
      box.classList.remove("tabel__pilihan--kanan");
      box.classList.toggle("tabel__pilihan--kanan", box.lastElementChild.getBoundingClientRect().right > document.documentElement.clientWidth - 8);
    });
    document.addEventListener("pointerdown", (event) => { if (!box.contains(event.target)) box.open = false; });
    return box;
  };

  const choice = (text, act, note = "", also = "") => {
    const input = make("input", { type: "checkbox" });
    const count = make("span", { className: "tabel__banyak" }, note);
    const label = make("label", {}, input, make("span", {}, text), count);
    input.addEventListener("change", () => act(input.checked));
    return { input, count, label, folded: fold(`${text} ${also}`) };
  };

  /* A facet: a panel of options with counts. Those are made when it is opened first, for there may be hundreds. */
  const facetPanel = ({ column, options, also }, group, act) => {
    const picked = make("span", { className: "tabel__terpilih" });
    const list = make("fieldset", {}, make("legend", { className: "tersembunyi" }, column.heading));
    const find = make("input", { type: "search", placeholder: t.find, "aria-label": `${t.find}: ${column.heading}` });
    const box = panel(column.heading, group, ...(options.length > MANY ? [find] : []), list);
    box.querySelector("summary").append(picked);
    let made = null;
    let last = null;

    const show = (opening = false) => {
      if (!last || !(box.open || opening === true)) return;
      made ??= options.map((value) => choice(value || t.none, (on) => act(value, on), "", also.get(value)));
      if (list.childElementCount === 1) list.append(...made.map((one) => one.label));
      const wanted = fold(find.value.trim());
      made.forEach((one, place) => {
        one.input.checked = last.chosen.has(options[place]);
        one.count.textContent = figures(last.counts[place]);
        one.label.hidden = !one.input.checked && (!last.counts[place] || !one.folded.includes(wanted));
      });
    };

    /* Not "toggle", which comes later than a quick reader's next key. */
    box.querySelector("summary").addEventListener("click", () => show(true));
    find.addEventListener("input", () => show());
    const tell = (chosen, counts) => {
      last = { chosen, counts };
      picked.textContent = chosen.size ? ` (${chosen.size})` : "";
      box.hidden = !chosen.size && counts.filter((count) => count > 0).length < 2;
      show();
    };
    return { box, tell };
  };

  Object.assign(window.spbeTabel, { make, button, panel, choice, facetPanel });
})();
