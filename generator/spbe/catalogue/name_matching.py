"""Names and texts folded to the words that say something, so that spellings of one name meet.

``E-P3``, ``EP3`` and ``Ep3`` meet by their letters, ``e-Surat`` and ``Surat OPD`` by their words, ``SIPD`` and
``Sistem Informasi Pembangunan Daerah`` by initials. Words that say nothing are data: ``kata-umum.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log2
from typing import Final

from spbe.standards.resources import read_yaml

LETTERS: Final = 3
"""Names of fewer letters are not compared letter by letter: too many mean different things."""

INITIALS: Final = 4
"""Initials of fewer words stand for too many names."""

LONG: Final = 7
"""Words of so many letters that differ by one slip of the pen are taken for one word."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an application, taken apart to be compared.

    ``words`` say something, ``letters`` are all letters and digits in one, ``initials`` of all words or none.
    """

    words: frozenset[str]
    letters: str
    initials: str


def split(text: str) -> list[str]:
    """The words of ``text`` in order: lower case, without accents and marks."""
    plain = text.casefold()
    if not plain.isascii():
        spread = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", plain)


def is_list(text: str) -> bool:
    """Whether ``text`` names several things, as rows of real inventories do: ``SIPD, SIRUP, SPSE; SIMPEG``."""
    return ";" in text or text.count(",") > 1


def names_of(text: str, empty: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """What ``text`` may be called: as a whole, without what stands in brackets, by an abbreviation there.

    ``empty`` are words that say nothing here, beside those that say nothing anywhere.
    """
    inside = re.findall(r"\(([^()]*)\)", text)
    short = (part for part in inside if " " not in part and sum(letter.isupper() for letter in part) > 1)
    parts = (text, re.sub(r"\([^()]*\)", " ", text), *short) if inside else (text,)
    found: dict[Name, None] = {}
    for part in parts:
        words = split(part)
        if words:
            telling = telling_words(words, empty)
            letters = "".join(words)
            initials = "".join(word[0] for word in words) if len(words) >= INITIALS else ""
            found[Name(telling, letters if len(letters) >= LETTERS else "", initials)] = None
    return tuple(found)


def telling_words(words: Iterable[str], empty: frozenset[str] = frozenset()) -> frozenset[str]:
    """Those of ``words`` that say something: no general ones, no single letters, no bare numbers."""
    general = general_words() | empty
    return frozenset(word for word in words if len(word) > 1 and not word.isdecimal() and word not in general)


@cache
def general_words() -> frozenset[str]:
    """The words that say nothing, of every sort in the shipped list."""
    return frozenset(word for words in read_yaml("kata-umum.yaml").values() for word in words)


def weights(sets: Iterable[frozenset[str]]) -> Mapping[str, int]:
    """How much each word says, by how rare it is among ``sets``: whole numbers, so that sums never depend on order."""
    counted: dict[str, int] = {}
    number = 0
    for words in sets:
        number += 1
        for word in words:
            counted[word] = counted.get(word, 0) + 1
    return {word: round(100 * log2(1 + number / times)) for word, times in counted.items()}


def likeness(one: frozenset[str], other: frozenset[str], weight: Mapping[str, int]) -> int:
    """How much of what two sets of words say together both of them say, in per cent."""
    whole = sum(weight.get(word, 0) for word in one | other)
    return 100 * sum(weight.get(word, 0) for word in one & other) // whole if whole else 0


def slips(words: Iterable[str]) -> dict[str, str]:
    """Long words that differ from an earlier one, in alphabetical order, by one slip: word to that word.

    Found by what is left of each word when one letter is dropped, so the work grows with the letters and not with the
    pairs of words.
    """
    first: dict[str, str] = {}
    meant: dict[str, str] = {}
    for word in sorted(words):
        if len(word) < LONG or any(letter.isdecimal() for letter in word):
            continue
        rests = [word, *_rests(word)]
        known = next((first[rest] for rest in rests if rest in first), None)
        if known is not None:
            meant[word] = known
        for rest in rests:
            first.setdefault(rest, known or word)
    return meant


def _rests(word: str) -> Iterator[str]:
    """Without one inner letter: first and last ones tell words apart (``kecA``, ``kecB``)."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))
