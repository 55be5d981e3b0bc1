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

from spbe.site.search_entries import FACETS, GENERAL, LATER

FACETS_FILE: Final = "saringan.json"
"""``{"nilai": {facet: [label, …]}, "temuan": [[…one number per facet, rank, "id id …"], …]}``.

A number counts the labels of its facet from 1, 0 is none; ids are those of Pagefind's results. Rank 0 is a thing that
is there, 1 a page about many, 2 what is planned or over.
"""
WORDS_FILE: Final = "kata.json"
"""The words of all names, sorted: what somebody may have meant who typed a word that stands nowhere."""

_MARK: Final = b"pagefind_dcd"
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_NAMES: Final = ("title", "sebutan", "kata")


def write_facets(folder: Path) -> None:
    """Gather facets and words from the fragments in ``folder``, where Pagefind wrote its index."""
    metas = dict(_metas(folder))
    values = {facet: sorted({meta[facet] for meta in metas.values() if facet in meta}) for facet in FACETS}
    places = {facet: {label: place for place, label in enumerate(labels, 1)} for facet, labels in values.items()}
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for name, meta in metas.items():
        told = (places[facet].get(meta.get(facet, ""), 0) for facet in FACETS)
        groups[*told, _rank(meta)].append(name)
    found = [[*key, " ".join(sorted(names))] for key, names in sorted(groups.items())]
    _write(folder / FACETS_FILE, {"nilai": values, "temuan": found})
    names = " ".join(meta.get(name, "") for meta in metas.values() for name in _NAMES)
    _write(folder / WORDS_FILE, sorted(set(_WORD.findall(names.lower()))))


def _metas(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for path in folder.glob("fragment/*.pf_fragment"):
        text = gzip.decompress(path.read_bytes()).removeprefix(_MARK)
        yield path.stem, json.loads(text)["meta"]


def _rank(meta: dict[str, str]) -> int:
    return 2 if LATER in meta else 1 if GENERAL in meta else 0


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8", newline="\n")
