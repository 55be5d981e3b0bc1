/* The search dialog: lists and tables lead to the same without it. What it asks is loaded when it is first opened. */
"use strict";

(() => {
  const opener = document.querySelector("[data-spbe-cari]");
  const dialog = document.querySelector("dialog.spbe-cari");
  if (!opener || !dialog) return;
  const part = (name) => dialog.querySelector(`.spbe-cari__${name}`);
  const field = dialog.querySelector("input");
  const [news, list, narrow, clear, meant, more, onward] = ["kabar", "hasil", "saringan", "kosongkan", "maksud", "lagi", "jalan"].map(part);
  const choices = [...narrow.querySelectorAll("select")];
  const index = new URL(opener.dataset.spbeCari, document.baseURI);
  const module = new URL("cari/mesin.js", document.currentScript.src);
  const WORDS = "cari-situs"; /* in the address; a facet is "situs-" and its name */
  const STEP = 15;
  const FEW = 4; /* with fewer results, something else may have been meant */
  let asked, turn = 0, timer;

  const engine = () => asked ??= import(module).then(async (own) => ({ ...await own.open(index.href), addressOf: own.addressOf }))
    .catch(() => { asked = undefined; return null; }); /* a preview makes its index after the pages */

  const chosen = () => Object.fromEntries(choices.filter((one) => one.value).map((one) => [one.name, one.value]));

  /* A narrow screen cuts an excerpt after three lines: it begins with what the thing is, then, unless that holds what
     was found, shortly before the first word that was. */
  const WHOLE = 150, BEGINNING = 48;
  const shortened = (text, length) => (text.length > length ? `${text.slice(0, length).replace(/\s+\S*$/, "")} …` : text);
  const begun = (excerpt) => {
    const at = excerpt.indexOf("<mark>");
    return at < 30 ? excerpt : `… ${excerpt.slice(0, at).split(/(?<=\s)/).slice(-3).join("")}${excerpt.slice(at)}`;
  };
  const snippet = (about, excerpt) => {
    const [, found] = excerpt.match(/<mark>(.*?)<\/mark>/) ?? [];
    const at = found ? about.toLowerCase().indexOf(found.toLowerCase()) : -1;
    if (!about) return begun(excerpt);
    if (!found) return escaped(shortened(about, WHOLE));
    const end = at + found.length;
    if (at >= 0 && end < BEGINNING * 2) return `${escaped(about.slice(0, at))}<mark>${escaped(about.slice(at, end))}</mark>${escaped(shortened(about.slice(end), WHOLE - end))}`;
    return `${escaped(shortened(about, BEGINNING))} ${begun(excerpt).replace(/^(?!…)/, "… ")}`.replace("… …", "…");
  };
  const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  const hit = (data, address) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(address, new URL("..", index));
    link.textContent = data.meta.title;
    const kind = document.createElement("span");
    kind.className = "spbe-cari__jenis";
    kind.textContent = [data.meta.jenis, data.meta.rinci, data.meta.keadaan, data.meta.opd].filter((text) => text && text !== data.meta.title).join(" · ");
    const excerpt = document.createElement("p");
    /* Pagefind gives text with <mark> around hits; only those marks are kept as elements. */
    for (const text of snippet(data.meta.apa ?? "", data.excerpt).split(/(<mark>.*?<\/mark>)/)) {
      /* Inside an element, or the parser would drop the spaces at the ends. */
      const words = new DOMParser().parseFromString(`<i>${text}`, "text/html").body.textContent;
      if (!text.startsWith("<mark>")) { excerpt.append(words); continue; }
      const mark = document.createElement("mark");
      mark.textContent = words;
      excerpt.append(mark);
    }
    item.append(link, kind, excerpt);
    return item;
  };

  /* Options without results disappear, but never the one that is chosen. */
  const offer = (counts) => {
    for (const select of choices) {
      const now = select.value;
      const labels = counts[select.name] ?? [];
      if (now && !labels.some(([label]) => label === now)) labels.push([now, 0]);
      const options = labels.map(([label, count]) => new Option(`${label} (${count})`, label, false, label === now));
      select.replaceChildren(new Option(narrow.dataset.semua, ""), ...options);
      select.value = now;
      select.parentElement.hidden = !labels.length;
    }
    clear.hidden = !choices.some((one) => one.value);
    if (!clear.hidden) narrow.open = true;
  };

  const say = (asked, words, total) => {
    const told = words !== asked ? `${news.dataset.longgar} “${words}”: ${total}` : words ? (total ? `${total} ${news.dataset.hasil} “${words}”` : `${news.dataset.kosong} “${words}”`)
      : clear.hidden ? news.dataset.contoh : `${total} ${news.dataset.temuan}`;
    if (news.textContent !== told) news.textContent = told;
  };

  const search = async () => {
    const mine = ++turn;
    const words = field.value.trim();
    remember(words);
    if (!asked) news.textContent = news.dataset.memuat;
    const found = await engine();
    if (mine !== turn) return;
    if (!found) { news.textContent = news.dataset.gagal; return; }
    const { total, counts, read, words: had } = await found.find(words, chosen());
    if (mine !== turn) return;
    narrow.hidden = !total && clear.hidden;
    onward.hidden = Boolean(total) || !words;
    offer(counts);
    const any = words || !clear.hidden;
    let shown = any ? STEP : 0;
    const show = async () => {
      const hits = await read(shown);
      if (mine !== turn) return;
      list.replaceChildren(...hits.map((one) => hit(one, found.addressOf(one))));
      more.hidden = !any || shown >= total;
    };
    more.onclick = async () => {
      const next = shown;
      shown += STEP;
      await show();
      list.children[next]?.querySelector("a").focus();
    };
    /* Pagefind takes the beginning of a word that it does not know for the word. */
    const other = words && total < FEW ? await found.suggest(words) : null;
    await show();
    if (mine !== turn) return;
    meant.hidden = !other;
    meant.querySelector("button").textContent = other ?? "";
    say(words, had, total);
  };

  /* The address says what is searched, so that it can be sent; other keys in it are left alone. */
  const remember = (words) => {
    const here = new URL(location.href);
    const wanted = { [WORDS]: dialog.open ? words : "", ...Object.fromEntries(choices.map((one) => [`situs-${one.name}`, dialog.open ? one.value : ""])) };
    for (const [key, value] of Object.entries(wanted)) value ? here.searchParams.set(key, value) : here.searchParams.delete(key);
    try { if (here.href !== location.href) history.replaceState(history.state, "", here); } catch { /* from disk */ }
  };

  const recall = () => {
    const here = new URLSearchParams(location.search);
    const told = choices.map((one) => here.get(`situs-${one.name}`) ?? "");
    if (!here.get(WORDS) && !told.some(Boolean)) return;
    field.value = here.get(WORDS) ?? "";
    choices.forEach((one, place) => { one.replaceChildren(new Option(told[place], told[place])); });
    open();
  };

  const open = () => {
    if (!dialog.open) dialog.showModal();
    field.focus();
    search();
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(search, 150); };

  for (const button of [opener, ...document.querySelectorAll("[data-spbe-temukan]")]) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  field.addEventListener("input", later);
  choices.forEach((one) => one.addEventListener("change", search));
  clear.addEventListener("click", () => { choices.forEach((one) => { one.value = ""; }); field.focus(); search(); });
  meant.querySelector("button").addEventListener("click", (event) => { field.value = event.target.textContent; field.focus(); search(); });
  dialog.addEventListener("close", () => { turn++; clearTimeout(timer); remember(""); });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.pathname === location.pathname) dialog.close(); /* it leads to a row of this page */
  });
  /* Enter and the arrows go through the hits and back to the field. */
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const place = links.indexOf(event.target);
    if (event.target !== field && place < 0) return;
    const steps = { ArrowDown: place + 1, ArrowUp: place - 1, ...(place < 0 && { Enter: 0, ArrowUp: NaN }) };
    if (!(event.key in steps) || Number.isNaN(steps[event.key])) return;
    event.preventDefault();
    (steps[event.key] < 0 ? field : links[steps[event.key]])?.focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !dialog.open) { event.preventDefault(); open(); }
  });
  addEventListener("popstate", recall);
  recall();
})();
