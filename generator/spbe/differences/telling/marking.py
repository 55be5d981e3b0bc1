"""Two versions of a text, word by word: which words only one of them has."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from spbe.differences.text_excerpts import excerpts
from spbe.differences.words import NOTHING

WORDS: Final = 400
"""Up to how many words are compared one by one; of longer texts only where they differ is told."""

ALIKE: Final = 0.4
"""Texts that have less in common are two texts, not two versions of one."""

Marked = tuple[tuple[str, bool], ...]
"""Pieces of a text in their order, each with whether the other version lacks it."""


def marked(before: str, after: str) -> tuple[Marked, Marked]:
    """Both versions in pieces; joined, the pieces of a version are its text."""
    if NOTHING in {before, after}:
        return ((before, False),), ((after, False),)
    if max(len(before.split()), len(after.split())) > WORDS:
        before, after = excerpts(before, after)
    was, now = before.split(" "), after.split(" ")
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    if matcher.ratio() < ALIKE:
        return ((before, True),), ((after, True),)
    first: list[tuple[str, bool]] = []
    last: list[tuple[str, bool]] = []
    for kind, begin, end, start, stop in matcher.get_opcodes():
        for words, pieces in ((was[begin:end], first), (now[start:stop], last)):
            if words:
                pieces.append((" ".join(words), kind != "equal"))
    return _spaced(first), _spaced(last)


def _spaced(pieces: list[tuple[str, bool]]) -> Marked:
    """With the blanks between them, which belong to the unmarked."""
    made: list[tuple[str, bool]] = []
    for place, (text, only) in enumerate(pieces):
        made.append((text, only))
        if place < len(pieces) - 1:
            made.append((" ", False))
    return tuple(made)
