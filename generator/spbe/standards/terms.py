"""Other words for the same thing in the language of government, so that a search finds it by any of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from spbe.standards.resources import StandardsError, read_yaml

FILE: Final = "istilah.yaml"
QUESTION_WORDS: Final = "kata-tanya.yaml"
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """Words that search takes for one another.

    ``words`` mean the same; ``loosely`` leads to them, but not the other way; ``reason`` says who uses them so.

    A ``common`` one stands on so many pages that it counts only where it is part of a name.
    """

    words: tuple[str, ...]
    loosely: tuple[str, ...] = ()
    common: bool = False
    reason: str = ""


class Terms:
    """Many terms, ready to be looked for in many texts."""

    def __init__(self, terms: Iterable[SearchTerm]) -> None:
        self.terms = tuple(terms)
        # By first words, so that a text costs what it shares with the terms, and not how many terms there are.
        self._starts: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._words = {one: words_of(one) for term in self.terms for one in (*term.words, *term.loosely)}
        for place, term in enumerate(self.terms):
            for written in term.words:
                words = self._words[written]
                self._starts[words[0]].append((f" {' '.join(words)} ", place))

    def others(self, title: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What else the things named in ``title`` are called, and those named in ``text`` only.

        What is written in the title is not told again; of what is only mentioned neither what is written in the text.
        """
        named, told = words_of(title), words_of(text)
        in_title = self._found(named)
        in_text = {place for place in self._found(told) if not self.terms[place].common} - in_title
        said = {*named, *told}
        return self._unsaid(in_title, set(named)), self._unsaid(in_text, said)

    def _unsaid(self, found: set[int], said: set[str]) -> tuple[str, ...]:
        terms = (self.terms[place] for place in sorted(found))
        others = dict.fromkeys(written for term in terms for written in (*term.words, *term.loosely))
        return tuple(written for written in others if not said.issuperset(self._words[written]))

    def _found(self, words: list[str]) -> set[int]:
        met = self._starts.keys() & set(words)
        if not met:
            return set()
        line = f" {' '.join(words)} "
        return {place for word in met for phrase, place in self._starts[word] if phrase in line}


def words_of(text: str) -> list[str]:
    """The words of ``text`` in small letters; whatever is no letter and no digit stands between words."""
    return _WORD.findall(text.lower())


@cache
def shipped_terms() -> Terms:
    """The terms that ship with the program. Raises :class:`StandardsError` when their file is wrong."""
    return Terms(_term(row) for row in read_yaml(FILE))


@cache
def question_words() -> tuple[str, ...]:
    """Words of a question that do not tell apart what is looked for."""
    return tuple(sorted(word for words in read_yaml(QUESTION_WORDS).values() for word in words))


def _term(row: Any) -> SearchTerm:
    if not isinstance(row, dict) or not {"kata", "alasan"} <= row.keys() <= {"kata", "juga", "judul", "alasan"}:
        raise StandardsError(f"{FILE}: {row!r} needs kata and alasan, and may have juga and judul")
    return SearchTerm(tuple(row["kata"]), tuple(row.get("juga", ())), row.get("judul") == "ya", row["alasan"])
