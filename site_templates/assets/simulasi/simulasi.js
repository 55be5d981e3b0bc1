/* The simulator: exact whole numbers throughout (BigInt), rounded half up once, as the build does. */
"use strict";

(() => {
  const UNIT = 10n ** 15n; /* values and bounds have at most fifteen decimals */
  const MARK = "simulasi;";
  const sign = document.documentElement.lang === "en" ? "." : ",";

  /* A decimal text as a multiple of 1/UNIT; null for anything else. */
  const exact = (text) => {
    const found = /^([0-9]{1,15})(?:[.,]([0-9]{1,15}))?$/.exec(text.trim());
    return found && BigInt(found[1]) * UNIT + BigInt((found[2] ?? "").padEnd(15, "0"));
  };
  const filled = (words, given) => words.replace(/\{(\w+)\}/g, (_whole, name) => given[name]);

  const start = (template) => {
    template.after(template.content.cloneNode(true));
    const form = template.nextElementSibling;
    const controls = [...form.elements].filter((one) => one.name);
    const status = form.querySelector("[role=status]");
    const words = form.dataset;
    const lowest = exact(words.terendah);
    const highest = exact(words.tertinggi);
    const predicates = JSON.parse(words.predikat)
      .map(([name, low, high, included]) => ({ name, low: low === null ? null : exact(low), high: exact(high), included }));

    /* A value on the scale, undefined while unanswered, null when it is no value. */
    const value = (control) => {
      if (control.value.trim() === "") return undefined;
      const found = exact(control.value);
      return found !== null && found >= lowest && found <= highest ? found : null;
    };

    /* The weighted mean over what is answered, as a fraction; undefined when nothing is. */
    const mean = (some) => {
      let sum = 0n;
      let weight = 0n;
      let answered = 0;
      for (const control of some) {
        const given = value(control);
        if (given === undefined || given === null) continue;
        sum += given * BigInt(control.dataset.bobot);
        weight += BigInt(control.dataset.bobot);
        answered += 1;
      }
      return { sum, weight, answered, all: answered === some.length };
    };
    const hundredths = ({ sum, weight }) => (sum * 200n + weight * UNIT) / (weight * UNIT * 2n);
    const printed = (part) => {
      if (part.weight === 0n) return "–";
      const digits = hundredths(part).toString().padStart(3, "0");
      return `${digits.slice(0, -2)}${sign}${digits.slice(-2)}`;
    };
    const predicate = (sum, weight) => predicates.find(({ low, high, included }) =>
      (low === null || sum >= low * weight) && (sum < high * weight || (included && sum === high * weight)))?.name;

    const verdict = (whole) => {
      const name = predicate(whole.sum, whole.weight);
      const seen = predicate(hundredths(whole) * (UNIT / 100n), 1n);
      return name === seen ? name ?? "–" : filled(words.ambang, { predikat: name ?? "–" });
    };

    const show = () => {
      for (const control of controls) {
        const wrong = value(control) === null;
        control.classList.toggle("berubah", control.value.trim().replace(",", ".") !== control.dataset.awal);
        control.setAttribute("aria-invalid", String(wrong));
        control.title = wrong ? filled(words.salah, { a: words.terendah, b: words.tertinggi }) : "";
      }
      for (const part of form.querySelectorAll("[data-bagian]")) {
        const inside = form.querySelectorAll(`[data-isi="${part.dataset.bagian}"] [name]`);
        part.textContent = printed(mean([...inside]));
      }
      const whole = mean(controls);
      const wrong = controls.some((control) => value(control) === null);
      let said = words.kosong;
      if (wrong) said = filled(words.salah, { a: words.terendah, b: words.tertinggi });
      else if (whole.all) said = filled(words.lengkap, { indeks: printed(whole), predikat: verdict(whole) });
      else if (whole.answered) said = filled(words.sebagian, { indeks: printed(whole), a: whole.answered, b: controls.length });
      if (status.textContent !== said) status.textContent = said;
    };

    /* The state stands in the address: only what differs from the values that the page came with. */
    const keep = () => {
      const changed = controls.filter((one) => value(one) !== null && one.classList.contains("berubah"));
      const state = changed.map((one) => `${one.name}=${one.value.trim().replace(",", ".")}`).join(";");
      history.replaceState(history.state, "", state ? `#${MARK}${state}` : location.pathname + location.search);
    };
    const restore = () => {
      const hash = location.hash.slice(1).replaceAll("%3B", ";").replaceAll("%3D", "=");
      if (!hash.startsWith(MARK)) return false;
      const state = new Map(hash.slice(MARK.length).split(";").map((pair) => pair.split("=")));
      for (const control of controls) {
        const text = state.get(control.name) ?? control.dataset.awal;
        control.value = control.localName === "select" ? text : text.replace(".", sign);
        if (control.localName === "select" && control.selectedIndex < 0) control.value = control.dataset.awal;
      }
      return true;
    };

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => { show(); keep(); });
    form.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
    addEventListener("hashchange", () => { if (restore()) show(); });
    const asked = restore();
    show();
    if (asked) form.scrollIntoView();
  };

  for (const template of document.querySelectorAll("template[data-spbe-simulasi]")) start(template);
})();
