/* Words as people type them: told apart by letters and digits alone, taken for one another by their Indonesian root. */

export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
/* "c#" and "c++" are words, too. */
export const wordsOf = (text) => text.match(/[\p{L}\p{N}]+(?:#|\+\+)?/gu) ?? [];

const BEFORE = /^(?:memper|diper|meng|meny|mem|men|me|peng|peny|pem|pen|per|pel|pe|ber|ter|di|ke|se)/;
const AFTER = /(?:kannya|annya|kan|nya|an|i)$/;
const SHORTEST = 4; /* letters of a root, or "kiri" would have one */

/* What may be the root of a word: itself, and what is left without what stands before and behind it. */
const roots = (word) => {
  const found = [word];
  for (const cut of [word, word.replace(BEFORE, "")]) for (const one of [cut, cut.replace(AFTER, "")]) {
    if (one.length >= SHORTEST && !found.includes(one)) found.push(one);
  }
  return found;
};
export const isCode = (word) => /[\d#+]/.test(word);

/* Whether a name with the word `name` is meant by the typed `word`, which may be its beginning. */
const same = (name, word) => {
  if (name.startsWith(word)) return true;
  if (isCode(word)) return false;
  const own = roots(name);
  return roots(word).some((root) => root.length >= SHORTEST && own.some((one) => one.startsWith(root)));
};

/* Whether each of `words` is among those of a name. */
export const contains = (names, words) => words.length > 0 && words.every((word) => names.some((name) => same(name, word)));

/* Whether the word, or the beginning of it, stands in the sorted `vocabulary`; a code only as it is typed. */
export const knows = (vocabulary, word) => (isCode(word) ? [word] : roots(word)).some((root) => {
  let [from, to] = [0, vocabulary.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (vocabulary[middle] < root) from = middle + 1;
    else to = middle;
  }
  return vocabulary[from]?.startsWith(root) ?? false;
});

export const nearest = (word, vocabulary) => {
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
