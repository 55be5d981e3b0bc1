"""Into which field a column goes, by what is written above it, and how sure that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal

from spbe.standards.column_headers import IGNORED, OTHER, HeaderSet, header_key
from spbe.yamlio.validation import slips_between

Certainty = Literal["known", "misspelt", "guessed"]
"""The header is one that is known; it differs by slips of the pen; it has words in common with one."""

_SLIPS: Final = ((24, 3), (13, 2), (7, 1))
"""From which length of a header, marks and blanks apart, how many slips are believed."""
_APART: Final = 2
"""So many slips more a spelling of another field must be away."""

_ENUMERATED: Final = re.compile(r"^\W*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\d{1,3}\s)\s*")
_IN_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_EXPLAINED: Final = re.compile(r"\s+[-–—]\s+|[:*\n]|\s{3,}")
_WORD: Final = re.compile(r"[^\W_]+")
_EMPTY_WORDS: Final = frozenset(
    {"yang", "dan", "atau", "di", "ke", "dari", "pada", "untuk", "nama", "jenis", "the", "of"}
)


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """What a header is taken for.

    ``target`` is a path of the kind, ``lain`` or ``abaikan``; ``spelling`` the known header that it is taken for.
    """

    target: str
    certainty: Certainty
    spelling: str

    @property
    def weight(self) -> int:
        """The more, the surer."""
        return {"known": 3, "misspelt": 2, "guessed": 1}[self.certainty]


@dataclass(frozen=True)
class HeaderMatcher:
    """Matches headers with the spellings of one set."""

    spellings: HeaderSet

    @cached_property
    def _seen(self) -> dict[tuple[str, ...], HeaderMatch | None]:
        return {}

    def match(self, parts: tuple[str, ...]) -> HeaderMatch | None:
        """What the header is taken for that stands in ``parts`` above one another; the lower one says more."""
        if parts not in self._seen:
            self._seen[parts] = self._match(parts)
        return self._seen[parts]

    def known(self, parts: tuple[str, ...]) -> HeaderMatch | None:
        """As :meth:`match`, only where the header is known as it is written; takes no time."""
        for key in _keys_of(parts):
            if key in self.spellings.targets:
                return HeaderMatch(self.spellings.targets[key], "known", self.spellings.spellings[key])
        return None

    def _match(self, parts: tuple[str, ...]) -> HeaderMatch | None:
        if known := self.known(parts) or self._first_of_several(parts):
            return known
        return next(filter(None, map(self._misspelt, _keys_of(parts))), None) or self._guessed(" ".join(parts))

    def _first_of_several(self, parts: tuple[str, ...]) -> HeaderMatch | None:
        """The known header that comes first in ``URL / IP``."""
        for text in reversed(parts):
            first, slash, _rest = text.partition("/")
            known = self.known((first.strip(),)) if slash and first.strip() else None
            if known:
                return HeaderMatch(known.target, "misspelt", known.spelling)
        return None

    def _misspelt(self, key: str) -> HeaderMatch | None:
        allowed = next((slips for shortest, slips in _SLIPS if len(key) >= shortest), 0)
        if not allowed:
            return None
        letters, most = Counter(key), allowed + _APART - 1
        near = (
            one
            for one, theirs in self._letters.items()
            if abs(len(one) - len(key)) <= most and _differing(letters, theirs) <= 2 * most
        )
        ranked = sorted((slips_between(key, one), one) for one in near)
        if not ranked or ranked[0][0] > allowed:
            return None
        slips, best = ranked[0]
        target = self.spellings.targets[best]
        if any(more < slips + _APART and self.spellings.targets[one] != target for more, one in ranked[1:]):
            return None
        return HeaderMatch(target, "misspelt", self.spellings.spellings[best])

    @cached_property
    def _letters(self) -> dict[str, Counter[str]]:
        return {key: Counter(key) for key in self.spellings.targets}

    def _guessed(self, text: str) -> HeaderMatch | None:
        """The field most of whose words stand in ``text``; none where two fields have as many."""
        words = _words(text)
        found: dict[str, tuple[float, str]] = {}
        for key, target in self.spellings.targets.items():
            spelling = self.spellings.spellings[key]
            known = self._words_of(spelling)
            if target in {OTHER, IGNORED} or not known <= words or not known - _EMPTY_WORDS:
                continue
            if len(known) < 2 and 2 * len(known) < len(words):  # one word of many says nothing
                continue
            found[target] = max(found.get(target, (0.0, "")), (len(known) + len(known) / len(words), spelling))
        ranked = sorted(found.items(), key=lambda pair: pair[1][0], reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][1][0] == ranked[1][1][0]):
            return None
        return HeaderMatch(ranked[0][0], "guessed", ranked[0][1][1])

    @cached_property
    def _word_sets(self) -> dict[str, frozenset[str]]:
        return {}

    def _words_of(self, spelling: str) -> frozenset[str]:
        if spelling not in self._word_sets:
            self._word_sets[spelling] = _words(spelling)
        return self._word_sets[spelling]


def _differing(one: Counter[str], other: Counter[str]) -> int:
    """How many letters only one of two texts has; each slip of the pen makes two at most."""
    return (one - other).total() + (other - one).total()


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text.replace("_", " ")) if not word.isdigit())


@lru_cache(maxsize=5000)
def _keys_of(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a header: of all its parts, then of the lower ones."""
    told = [" ".join(parts), *reversed(parts)]
    return tuple(dict.fromkeys(key for text in told for key in _keys(text)))


def _keys(text: str) -> Iterator[str]:
    """``text`` as a key: whole, without what explains it, without a number before it."""
    bare = _IN_BRACKETS.sub(" ", text)
    first = _EXPLAINED.split(bare.strip(), maxsplit=1)[0]
    told = [text, bare, first, *(_ENUMERATED.sub("", one, count=1) for one in (text, bare, first))]
    yield from dict.fromkeys(key for one in told if (key := header_key(one)))
