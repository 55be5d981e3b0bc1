/* The explorer: what is asked stands in the address, and picture and list show the same answer. */
"use strict";

(() => {
  const template = document.querySelector("template[data-spbe-jelajah]");
  if (!template) return;
  const [data, library] = [...template.content.querySelectorAll("script")].map((one) => one.src);
  template.after(template.content.querySelector(".jelajah").cloneNode(true));
  const root = template.nextElementSibling;
  const words = { ...root.dataset };
  const form = root.querySelector("form");
  const status = root.querySelector("[role=status]");
  const content = root.querySelector(".jelajah__isi");
  const map = root.querySelector(".jelajah__peta");
  const canvas = root.querySelector(".jelajah__kanvas");
  const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_whole, name) => given[name]);
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const loaded = (address) => new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });

  const start = () => {
    const graph = spbeJelajah.graf(globalThis.spbeJelajahData);
    delete globalThis.spbeJelajahData;
    const boxes = (name) => [...form.elements[name]];
    const all = (name) => boxes(name).map((one) => one.value);
    const chosen = (name) => boxes(name).filter((one) => one.checked).map((one) => one.value);
    form.elements["perangkat-daerah"].append(...graph.offices.map((node) => new Option(node.name, node.id)));

    /* Only what differs from how the page opens stands in the address; ids need no escaping in a query. */
    const query = (node) => {
      const parts = [`dari=${node.key}`];
      for (const name of ["kedalaman", "arah", "perangkat-daerah", "susunan"]) {
        const control = form.elements[name];
        if (control.selectedIndex > 0) parts.push(`${name}=${encodeURIComponent(control.value)}`);
      }
      for (const name of ["domain", "keadaan"]) {
        if (chosen(name).length < all(name).length) parts.push(`${name}=${chosen(name).join(",")}`);
      }
      if (form.elements.lewat.checked) parts.push("lewat=ya");
      return `?${parts.join("&")}`;
    };
    const restore = () => {
      const asked = new URLSearchParams(location.search);
      for (const name of ["kedalaman", "arah", "perangkat-daerah", "susunan"]) {
        const control = form.elements[name];
        control.value = asked.get(name) ?? control.options[0].value;
        if (control.selectedIndex < 0) control.selectedIndex = 0;
      }
      for (const name of ["domain", "keadaan"]) {
        const some = asked.get(name)?.split(",");
        for (const box of boxes(name)) box.checked = !some || some.includes(box.value);
      }
      form.elements.lewat.checked = asked.get("lewat") === "ya";
      return asked.get("dari");
    };

    const catalogues = new Map([...root.querySelectorAll("[data-jenis]")].map((one) => [one.dataset.jenis, one]));
    const links = {
      explore: (node) => query(node),
      page: (node) => {
        const catalogue = catalogues.get(graph.kinds[node.kind].slug);
        const [, folder, file] = /^(.*\/)([^/]*)$/.exec(catalogue.getAttribute("href"));
        return "halaman" in catalogue.dataset ? `${folder}${node.id}/${file}` : `${folder}${file}#${node.id}`;
      },
    };

    let centre = null;
    let told = "";
    let walked = null;
    let stale = true;
    const list = spbeJelajah.daftar(root.querySelector(".jelajah__daftar > div"), graph, words, links);
    let picture = null;
    let coming = null;
    const draw = async () => {
      if (!map.open || !stale || !walked) return;
      try { await (coming ??= loaded(library)); } catch {
        if (coming) say(told = `${told} ${words.tanpaPeta}`); /* once, however many waited for it */
        coming = null; /* the next change tries again */
        return;
      }
      if (!stale) return; /* another change drew it meanwhile */
      stale = false;
      picture ??= spbeJelajah.peta(canvas, graph, go);
      picture.draw(walked, form.elements.susunan.value);
    };
    const facts = (node) => {
      root.querySelector("#jelajah-pusat").textContent = node.name;
      const page = Object.assign(document.createElement("a"), { href: links.page(node), textContent: filled(words.buka, { nama: node.name }) });
      const owner = graph.nodes[node.owner];
      const ends = new Set(node.ends.map((end) => `${end.at} ${end.name}`)).size;
      const rows = [
        [graph.kinds[node.kind].label, node.id],
        owner && [words.pemilik, Object.assign(document.createElement("a"), { href: links.explore(owner), textContent: owner.name })],
        graph.kinds[node.kind].slug !== "perangkat-daerah" && [words.keadaan, graph.states[node.state][1]],
        [words.terhubung, String(ends)],
      ].filter(Boolean);
      if (owner) rows.find(([name]) => name === words.pemilik)[1].dataset.dari = owner.key;
      root.querySelector(".jelajah__fakta").replaceChildren(...rows.map(([name, value]) => {
        const row = document.createElement("div");
        row.append(Object.assign(document.createElement("dt"), { textContent: name }), " ", document.createElement("dd"));
        row.lastChild.append(value);
        return row;
      }), (() => {
        const row = document.createElement("div");
        row.append(Object.assign(document.createElement("dt"), { textContent: words.halamanCatatan }), " ", document.createElement("dd"));
        row.lastChild.append(page);
        return row;
      })());
    };
    const show = () => {
      content.hidden = !centre;
      if (!centre) return;
      walked = graph.walk(centre, {
        depth: Number(form.elements.kedalaman.value), direction: form.elements.arah.value, office: form.elements["perangkat-daerah"].value,
        kinds: new Set(chosen("domain")), states: new Set(chosen("keadaan")), through: form.elements.lewat.checked, limit: Number(words.batas),
      });
      facts(centre);
      list(walked);
      const cut = walked.shown < walked.total;
      const given = { nama: centre.name, n: walked.total, a: walked.shown, k: walked.steps.length };
      told = filled(!walked.total ? words.sendiri : cut ? words.terpotong : words.jumlah, given);
      say(told);
      canvas.setAttribute("aria-label", filled(words.peta, { nama: centre.name }));
      stale = true;
      draw();
    };
    /* Another start is a step that the browser's back button undoes; another filter is not. */
    const go = (node) => {
      centre = node;
      history.pushState(null, "", query(node));
      form.querySelector("[role=combobox]").value = node.name;
      show();
    };
    const arrive = () => {
      const asked = restore();
      centre = graph.find(asked ?? words.mulai) ?? null;
      form.querySelector("[role=combobox]").value = centre?.name ?? "";
      if (location.search.replace(/[?&](dari|kedalaman)=[^&]*/g, "")) form.querySelector("details").open = true;
      show();
      if (!centre) { told = filled(words.hilang, { id: asked }); say(told); }
    };

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      if (!event.target.name || !centre) return;
      history.replaceState(null, "", query(centre));
      show();
    });
    form.addEventListener("reset", () => setTimeout(() => {
      if (centre) { form.querySelector("[role=combobox]").value = centre.name; history.replaceState(null, "", query(centre)); show(); }
    }));
    form.querySelector("[data-salin]").addEventListener("click", async () => {
      if (centre) history.replaceState(null, "", query(centre));
      try { await navigator.clipboard.writeText(location.href); say(words.disalin); } catch { say(location.href); }
    });
    root.addEventListener("click", (event) => {
      const link = event.target.closest("[data-dari]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !graph.find(link.dataset.dari)) return;
      event.preventDefault();
      go(graph.find(link.dataset.dari));
      const title = root.querySelector("#jelajah-pusat");
      title.tabIndex = -1;
      title.focus();
    });
    for (const name of ["focusin", "mouseover"]) {
      root.querySelector(".jelajah__daftar").addEventListener(name, (event) => {
        const line = event.target.closest("[data-simpul]");
        picture?.point(line ? Number(line.dataset.simpul) : undefined);
      });
    }
    for (const button of root.querySelectorAll("[data-zum]")) button.addEventListener("click", () => picture?.zoom(Number(button.dataset.zum)));
    map.addEventListener("toggle", draw);
    addEventListener("popstate", arrive);
    let width = innerWidth;
    addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; stale = true; draw(); } });
    spbeJelajah.pilih(form.querySelector("[role=combobox]"), graph, { ...words, say, calm: () => say(told) }, go);
    map.open = matchMedia("(min-width: 45em)").matches; /* on a phone the list comes first, and names would be tiny */
    arrive();
  };

  loaded(data).then(start, () => { say(words.gagal); form.hidden = true; }).then(() => root.classList.add("jelajah--siap"));
})();
