"""What the search dialog narrows results by, read from what Pagefind wrote.

Pagefind's own filters have the same content in another order in every build, and the same input must give the same
bytes. So facets are told to Pagefind as mere metadata, and gathered here into a file of ours.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from spbe.site.search_entries import BESIDE, FACETS, GENERAL, LATER, ORDER
from spbe.standards.terms import question_words

FACETS_FILE: Final = "saringan.json"
"""``{"nilai": {facet: [label, …]}, "temuan": [[…one number per facet, rank, "id id …"], …]}``.

A number counts the labels of its facet from 1, 0 is none; ids are those of Pagefind's results. The rank of a thing
that is there is the place of its kind (0–9), 10 is a page about many, 11 one beside that of the leading assessment,
12 what is planned or over. ``lewati`` are words of a question that tell nothing apart.
"""
WORDS_FILE: Final = "kata.json"
"""The words of all names, sorted: what somebody may have meant who typed a word that stands nowhere."""
VOCABULARY_FILE: Final = "kosakata.json"
"""Every word that stands anywhere, sorted: Pagefind takes the beginning of a word that it does not know for it."""

_MARK: Final = b"pagefind_dcd"
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_TOKEN: Final = re.compile(r"[^\W_]+(?:#|\+\+)?")
_NAMES: Final = ("title", "sebutan", "kata")


def write_facets(folder: Path) -> None:
    """Gather facets and words from the fragments in ``folder``, where Pagefind wrote its index."""
    metas: dict[str, dict[str, str]] = {}
    words: set[str] = set()
    for name, fragment in _fragments(folder):
        metas[name] = meta = fragment["meta"]
        for text in (fragment["content"], *meta.values()):
            words.update(_TOKEN.findall(text.lower()))
    values = {facet: sorted({meta[facet] for meta in metas.values() if facet in meta}) for facet in FACETS}
    places = {facet: {label: place for place, label in enumerate(labels, 1)} for facet, labels in values.items()}
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for name, meta in metas.items():
        told = (places[facet].get(meta.get(facet, ""), 0) for facet in FACETS)
        groups[*told, _rank(meta)].append(name)
    found = [[*key, " ".join(sorted(names))] for key, names in sorted(groups.items())]
    _write(folder / FACETS_FILE, {"nilai": values, "temuan": found, "lewati": question_words()})
    names = " ".join(meta.get(name, "") for meta in metas.values() for name in _NAMES)
    _write(folder / WORDS_FILE, sorted(set(_WORD.findall(names.lower()))))
    _write(folder / VOCABULARY_FILE, sorted(words))


def _fragments(folder: Path) -> Iterator[tuple[str, Any]]:
    for path in folder.glob("fragment/*.pf_fragment"):
        text = gzip.decompress(path.read_bytes()).removeprefix(_MARK)
        yield path.stem, json.loads(text)


def _rank(meta: dict[str, str]) -> int:
    return 12 if LATER in meta else 11 if BESIDE in meta else 10 if GENERAL in meta else int(meta.get(ORDER, "5"))


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8", newline="\n")
