/* What the search dialog asks: Pagefind finds words, our own files beside its index know what each result is. */

import { contains, isCode, knows, nearest, plain, wordsOf } from "./kata.js";

/* "sebutan": its short name; "jawab": the questions that a page answers; "kata": what people call such
   things; "singgung": the same of what it mentions. */
const WEIGHTS = {
  title: 8, sebutan: 8, id: 8, jawab: 8, kata: 2, opd: 1.5, pemilik: 1.5, singgung: 0.3, jenis: 0.4, rinci: 0.4, domain: 0.2,
  keadaan: 0.2, apa: 0, urut: 0, umum: 0, lain: 0, kemudian: 0,
};
const PAGES = 10, LATER = 12; /* ranks: things below, then pages, pages beside the leading ones, what is planned or over */
const BLOCK = 30; /* results that are read and put in order together */
const ANSWER = 0.1; /* what answers just that question */
const FEW = 15; /* of more things of a name none is meant */
const CODES = 60; /* so many results are read to see whether a code stands there as it was typed */
const NAMED = 2; /* nearer than that is what is called by all words, or answers such a question */

const json = async (address) => {
  const answer = await fetch(address, { cache: "no-cache" }); /* ids change with the index */
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};
const listed = (text) => (text ?? "").split(/ · |, /).map(plain).filter(Boolean);

/* How near a thing is to `words`: what is called so or answers that, what has them all in its names, what only says
   them; in each of these what is planned or over comes after all that is there. `idle` words tell nothing apart. */
const nearness = (meta, words, idle) => {
  const whole = words.join(" ");
  const later = meta.kemudian ? 1 : 0;
  const title = plain(meta.title);
  if (title === whole || listed(meta.sebutan).includes(whole)) return later ? 1.5 : 0;
  const questions = listed(meta.jawab).map((one) => meant(wordsOf(one), idle));
  if (questions.some((one) => contains(one, words) && contains(words, one))) return ANSWER;
  if (questions.some((one) => one.length > 1 && contains(words, one))) return 0.5;
  const also = meta.umum ? "" : plain(`${meta.kata ?? ""} ${meta.sebutan ?? ""} ${meta.id ?? ""}`);
  return (contains([...wordsOf(title), ...wordsOf(also)], words) ? 1 : NAMED + 1) + later * 0.8;
};

/* How much of what a thing is called is `words`: its id or one of its other names, all or part of its title. */
const justness = ({ id, kata, title }, words) => {
  const own = wordsOf(plain(title));
  return [id, ...listed(kata)].includes(words.join(" ")) ? 2 : words.length / own.length + (contains(own, words) ? 1 : 0);
};

/* Without the words that tell nothing apart, unless there are no others. */
const meant = (parts, idle) => {
  const kept = parts.filter((part) => !idle.has(plain(part)));
  return kept.length ? kept : parts;
};

/* What of `block` comes first for some of the words: few things that are called so, else what answers them; `told` is
   how much that tells. A word of many names tells nothing, and a page for one word less than a thing. */
const callers = (block, some) => {
  const near = block.filter((one) => one.near < NAMED);
  const things = near.filter((one) => some.length > 1 || one.near !== ANSWER);
  if (things.length && things.length <= FEW) return { named: things, told: 2 };
  const answers = near.filter((one) => one.near === ANSWER);
  return { named: answers, told: answers.length ? 1 : 0 };
};

/* The index whose pagefind.js is at `address`, a URL. */
export const open = async (address) => {
  const pagefind = await import(address);
  await pagefind.options({ ranking: { metaWeights: WEIGHTS } });
  await pagefind.init();
  const [{ nilai, temuan, lewati }, vocabulary] = await Promise.all(
    ["saringan.json", "kosakata.json"].map((name) => json(new URL(name, address))));
  const facets = Object.keys(nilai);
  const idle = new Set(lewati);
  const kinds = new Map();
  for (const group of temuan) for (const id of group.at(-1).split(" ")) kinds.set(id, group);
  const rankOf = (one) => one.group[facets.length];
  const isKnown = (part) => wordsOf(plain(part)).every((word) => knows(vocabulary, word));
  let everything, called;

  const names = async () => called ??= await json(new URL("kata.json", address));

  /* What has all of `parts` (all there is, if none), by score. */
  const search = async (parts) => {
    if (!parts.every(isKnown)) return [];
    const { results } = parts.length ? await pagefind.search(parts.join(" ")) : await (everything ??= pagefind.search(null));
    const found = results.map((result) => ({ result, group: kinds.get(result.id) })).filter((one) => one.group);
    const score = (one) => one.result.score * (rankOf(one) >= LATER ? 0.4 : rankOf(one) >= PAGES ? 0.5 : 1);
    if (!parts.length) return found;
    const codes = parts.flatMap((part) => wordsOf(plain(part))).filter(isCode);
    const exact = codes.length && found.length <= CODES ? await having(found, codes) : found;
    return exact.sort((one, other) => score(other) - score(one));
  };
  /* Pagefind takes signs out of words: 0,311 is 0311 to it. */
  const having = async (found, codes) => {
    const texts = await Promise.all(found.map(async (one) => {
      const { content, meta } = await one.result.data();
      return wordsOf(plain([content, ...Object.values(meta)].join(" ")));
    }));
    return found.filter((_one, place) => codes.every((code) => texts[place].some((word) => word.startsWith(code))));
  };

  /* `results` with what they say, the nearest first; of those equally near the kind that most ask for, then what is
     called by just these words. */
  const ordered = async (results, parts) => {
    const words = parts.map(plain);
    const made = await Promise.all(results.map(async (one) => {
      const data = await one.result.data();
      const just = justness(data.meta, words);
      return { ...one, data, near: words.length ? nearness(data.meta, words, idle) : 0, just };
    }));
    if (!words.length) return made;
    return made.sort((a, b) => a.near - b.near || (a.near < NAMED ? rankOf(a) - rankOf(b) || b.just - a.just : 0));
  };

  /* For words that nothing is called by all together: what is called by all but one of them, or by one. */
  const byMost = async (parts) => {
    const known = parts.filter(isKnown);
    const fewer = known.length < parts.length ? [known] : known.map((_part, at) => known.filter((_one, place) => place !== at));
    for (const tries of [fewer, known.map((one) => [one])]) {
      const made = [];
      for (const some of tries) {
        const found = some.length ? await search(some) : [];
        if (found.length) made.push({ parts: some, found, ...callers(await ordered(found.slice(0, BLOCK), some), some) });
      }
      made.sort((a, b) => b.told - a.told || a.found.length - b.found.length);
      if (made[0]?.told || (made[0] && tries !== fewer)) return made[0];
    }
    return null;
  };

  /* Everything with these words (all, if none) and the chosen facets {name: label}, best first, and how many there are
     of each label among what the words and the other facets leave. `words` are fewer than asked if nothing has all. */
  const find = async (asked, chosen) => {
    let parts = meant(asked.split(/\s+/).filter((part) => wordsOf(plain(part)).length), idle);
    let words = asked;
    let known = asked && !parts.length ? [] : await search(parts);
    let lead = []; /* what comes first, although it has not all words */
    if (parts.length > 1) {
      const [top] = await ordered(known.slice(0, BLOCK), parts);
      const most = top?.near < NAMED ? null : await byMost(parts);
      if (most && !known.length) [words, parts, known] = [most.parts.join(" "), most.parts, most.found];
      else if (most) lead = most.named;
    }
    const first = new Set(lead.map((one) => one.result.id));
    known = [...lead, ...known.filter((one) => !first.has(one.result.id))];
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
    return { total: hits.length, counts, words, read: reader(hits, hits.filter((one) => first.has(one.result.id)).length, parts) };
  };

  /* Hands out results in order; the first `lead` of them are in order already. Names are known only of what was read,
     so the order holds within each block. */
  const reader = (hits, lead, parts) => {
    const ready = hits.splice(0, lead).map((one) => one.data);
    return async (count) => {
      while (ready.length < count && hits.length) {
        ready.push(...(await ordered(hits.splice(0, BLOCK), parts)).map((one) => one.data));
      }
      return ready.slice(0, count);
    };
  };

  /* What may have been meant: every word that no name has, replaced by the nearest that one has. */
  const suggest = async (words) => {
    const all = await names();
    const other = plain(words).split(/\s+/).map((word) =>
      all.some((one) => one.startsWith(word)) ? word : nearest(word, all) ?? word).join(" ");
    return other !== plain(words) && (await search(other.split(" "))).length ? other : null;
  };

  return { find, suggest };
};

/* Where the thing stands, below the site's root: the name of the file that Pagefind read is its address. */
export const addressOf = (data) => decodeURIComponent((data.raw_url ?? data.url).replace(/^.*\//, "").replace(/\.html$/, ""));
