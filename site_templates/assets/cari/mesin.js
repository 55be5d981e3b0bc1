/* What the search dialog asks: Pagefind finds words, our own file beside its index knows what each result is. */

/* "sebutan": what a thing is called too; "kata": what people call such things; "singgung": the same of what it mentions. */
const WEIGHTS = { title: 8, sebutan: 8, kata: 2, opd: 1.5, pemilik: 1.5, singgung: 0.3, jenis: 0.4, rinci: 0.4, domain: 0.2, keadaan: 0.2, umum: 0, kemudian: 0 };
/* A thing, a page about many, what is planned or over. */
const RANKS = [1, 0.5, 0.4];
const BLOCK = 30; /* results that are read and put in order together */

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
const wordsOf = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const json = async (address) => {
  const answer = await fetch(address, { cache: "no-cache" }); /* ids change with the index */
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

/* The index whose pagefind.js is at `address`, a URL. */
export const open = async (address) => {
  const pagefind = await import(address);
  await pagefind.options({ ranking: { metaWeights: WEIGHTS } });
  await pagefind.init();
  const { nilai, temuan } = await json(new URL("saringan.json", address));
  const facets = Object.keys(nilai);
  const kinds = new Map();
  for (const group of temuan) for (const id of group.at(-1).split(" ")) kinds.set(id, group);
  let everything, vocabulary;

  const names = async () => vocabulary ??= await json(new URL("kata.json", address));
  const search = async (words) => {
    const { results } = words ? await pagefind.search(words) : await (everything ??= pagefind.search(null));
    return results.map((result) => ({ result, group: kinds.get(result.id) })).filter((one) => one.group);
  };
  /* Where nothing has all words: what has those that are in some name, or the rarest one of them. */
  const loosened = async (words) => {
    const parts = [...new Set(wordsOf(plain(words)))];
    if (parts.length < 2) return null;
    const all = await names();
    const kept = parts.filter((part) => all.some((name) => plain(name).startsWith(part)));
    const tries = [];
    for (const some of kept.length < parts.length ? [kept.join(" "), ...kept] : kept) {
      const known = some ? await search(some) : [];
      if (known.length && some === kept.join(" ")) return { words: some, known };
      if (known.length) tries.push({ words: some, known });
    }
    return tries.sort((one, other) => one.known.length - other.known.length)[0] ?? null;
  };

  /* Everything with these words (all, if none) and the chosen facets {name: label}, best first, and how many there are
     of each label among what the words and the other facets leave. `words` are fewer than asked if nothing has all. */
  const find = async (asked, chosen) => {
    const all = await search(asked);
    const { words, known } = (!all.length && await loosened(asked)) || { words: asked, known: all };
    const fits = (one, but) => facets.every((name, place) =>
      name === but || !chosen[name] || nilai[name][one.group[place] - 1] === chosen[name]);
    const counts = Object.fromEntries(facets.map((name, place) => {
      const count = new Map();
      for (const one of known) {
        const label = nilai[name][one.group[place] - 1];
        if (label && fits(one, name)) count.set(label, (count.get(label) ?? 0) + 1);
      }
      return [name, nilai[name].filter((label) => count.has(label)).map((label) => [label, count.get(label)])];
    }));
    const hits = known.filter((one) => fits(one));
    const score = ({ result, group }) => result.score * RANKS[group[facets.length]];
    if (words) hits.sort((a, b) => score(b) - score(a));
    return { total: hits.length, counts, words, read: reader(hits, plain(words)) };
  };

  /* Hands out results in order: what is called so first, then what has all words in its name or its synonyms; what is
     planned or over comes one step later. Titles are known only of what was read, so that holds within each block. */
  const reader = (hits, words) => {
    const ready = [];
    const parts = wordsOf(words);
    const order = ({ meta }) => {
      const title = plain(meta.title);
      const exact = title === words || plain(meta.sebutan ?? "").split(" · ").includes(words);
      const named = wordsOf(meta.umum ? title : `${title} ${plain(meta.kata ?? "")}`);
      const near = parts.every((part) => named.some((word) => word.startsWith(part))) ? 1 : 2;
      const after = meta.kemudian ? 1 : meta.umum ? 0.5 : 0;
      return exact ? after / 2 : near + after;
    };
    return async (count) => {
      while (ready.length < count && hits.length) {
        const block = await Promise.all(hits.splice(0, BLOCK).map((one) => one.result.data()));
        if (words) block.sort((a, b) => order(a) - order(b));
        ready.push(...block);
      }
      return ready.slice(0, count);
    };
  };

  /* What may have been meant: every word that no name has, replaced by the nearest that one has. */
  const suggest = async (words) => {
    const all = await names();
    const meant = plain(words).split(/\s+/).map((word) =>
      all.some((one) => one.startsWith(word)) ? word : nearest(word, all) ?? word).join(" ");
    return meant !== plain(words) && (await pagefind.search(meant)).results.length ? meant : null;
  };

  return { find, suggest };
};

/* Where the thing stands, below the site's root: the name of the file that Pagefind read is its address. */
export const addressOf = (data) => decodeURIComponent((data.raw_url ?? data.url).replace(/^.*\//, "").replace(/\.html$/, ""));

const nearest = (word, vocabulary) => {
  let best = null;
  let least = word.length > 6 ? 3 : word.length > 3 ? 2 : 1; /* one less may differ */
  for (const one of vocabulary) {
    if (Math.abs(one.length - word.length) >= least) continue;
    const far = distance(word, one);
    if (far < least) [best, least] = [one, far];
  }
  return best;
};

/* Letters changed, added, left out, or swapped with the next. */
const distance = (a, b) => {
  let before = [], row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
};
