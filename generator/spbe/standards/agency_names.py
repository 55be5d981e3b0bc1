"""Recognises a government agency by its name in spite of spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from spbe.standards.resources import StandardsError, read_csv

_PREFIXES = (
    (re.compile(r"^pemerintah (?=kabupaten |kab |kota |provinsi |prov |daerah )"), ""),
    (re.compile(r"^daerah (?=kabupaten |kab |kota |provinsi |prov )"), ""),
    (re.compile(r"^kabupaten "), "kab "),
    (re.compile(r"^prov "), "provinsi "),
)


def _words(name: str) -> str:
    text = re.sub(r"[^a-z0-9]+", " ", name.casefold().replace("&", " dan ")).strip()
    for pattern, replacement in _PREFIXES:
        text = pattern.sub(replacement, text)
    return text


@cache
def _decided() -> Mapping[str, str]:
    """Spellings that no rule covers, and the key that each was found to mean, with reasons in ``padanan.csv``."""
    decided: dict[str, str] = {}
    for row in read_csv("hasil/padanan.csv"):
        if decided.setdefault(_words(row["tulisan"]), row["kunci"]) != row["kunci"]:
            raise StandardsError(f"padanan.csv: {row['tulisan']!r} has two keys")
    return MappingProxyType(decided)


def agency_key(name: str) -> str:
    """The key of the agency called ``name``: ``Pemerintah Kab. Bogor`` and ``Kabupaten Bogor`` give ``kab-bogor``.

    Case, punctuation and the words around a region's name never matter; renamings and abbreviations count only
    where ``hasil/padanan.csv`` gives a reason. A name that is in no table gets a key all the same.
    """
    words = _words(name)
    return _decided().get(words) or words.replace(" ", "-")
