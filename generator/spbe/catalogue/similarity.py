"""Two applications held against one another: reasons that they are for one end, reasons against, and their points.

A false accusation is worse than a miss. So no single hint but the same name, address, code or product is enough to be
told, and what speaks against is counted too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from spbe.catalogue.candidates import Candidate, Candidates
from spbe.catalogue.name_matching import Name, likeness
from spbe.region import Node

WEAK: Final = 30
"""Pairs of fewer points are not told."""

POINTS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "nama-sama": 50,  # one name, folded; two offices seldom find the same by chance
        "alamat": 50,  # one address on the web is one application
        "singkatan": 40,  # a name that is the initials of the other
        "data": 30,  # two sources of one dataset, of which one must be wrong some day
        "kode": 30,  # the same function by the region's own classification
        "nama-mirip": 25,  # names may resemble each other by chance
        "layanan": 20,  # a service is often served by several applications, each with its part
        "fungsi": 15,  # services of one function, as level 3 of the reference tells it
        "uraian": 15,  # descriptions use the same words
        "bertukar": -25,  # they feed one another, so each has its own part
        "disebut": -15,  # who describes one knows the other, and most likely says what sets them apart
        "layanan-lain": -15,  # both say whom they serve, and it is not the same
        "kantor-sama": -20,  # one office splits one task among applications on purpose
    }
)
"""What each reason is worth; those below zero speak against."""

NAMES_ALIKE: Final = 50
TEXTS_ALIKE: Final = 22
COMMON_WORDS: Final = 3
"""From how many per cent, and with how many words in common, names and descriptions resemble each other."""

SHOWN_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two applications may be the same, or not.

    ``code`` is one of :data:`POINTS`; ``nodes`` and ``words`` are the evidence.
    """

    code: str
    nodes: tuple[Node, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """What it is worth; each further service or dataset in common adds a little."""
        more = min(len(self.nodes) - 1, 2) * 5 if self.code in {"layanan", "data"} else 0
        return POINTS[self.code] + more


@dataclass(frozen=True, slots=True)
class ApplicationPair:
    """Two applications, in order of ids, with what speaks for one end and against it."""

    one: Node
    other: Node
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """The sum of the reasons."""
        return sum(reason.points for reason in self.reasons)


def compare(found: Candidates, one: Candidate, other: Candidate) -> ApplicationPair:
    """What ``one`` and ``other`` have in common, and what speaks against one end."""
    named = tuple(_by_name(found, one, other))
    alike = [*named]
    if one.address and one.address == other.address:
        alike.append(Reason("alamat", words=(one.address,)))
    if one.shared and other.shared and not any(reason.code in {"nama-sama", "alamat"} for reason in alike):
        return ApplicationPair(one.node, other.node, ())  # two shared applications each have their own task
    if codes := one.codes & other.codes:
        alike.append(Reason("kode", words=tuple(sorted(codes))))
    if produced := one.produced & other.produced:
        alike.append(Reason("data", tuple(sorted(produced))))
    services = one.services & other.services
    if services:
        alike.append(Reason("layanan", tuple(sorted(services))))
    elif functions := one.functions & other.functions:
        alike.append(Reason("fungsi", words=tuple(sorted(functions))))
    if words := _common_words(found, one, other):
        alike.append(Reason("uraian", words=words))
    return ApplicationPair(one.node, other.node, (*alike, *_against(one, other, named=bool(named))))


def _by_name(found: Candidates, one: Candidate, other: Candidate) -> Iterator[Reason]:
    """The best that can be said of their names, if anything."""
    pairs = [(mine, its) for mine in one.names for its in other.names]
    if any(_same(mine, its, found.office_words) for mine, its in pairs):
        yield Reason("nama-sama")
    elif any(_is_short_for(mine, its) or _is_short_for(its, mine) for mine, its in pairs):
        yield Reason("singkatan")
    else:
        words = frozenset().union(
            *(
                mine.words & its.words
                for mine, its in pairs
                if likeness(mine.words, its.words, found.name_weights) >= NAMES_ALIKE
            )
        )
        if words - found.office_words:
            yield Reason("nama-mirip", words=tuple(sorted(words)))


def _same(one: Name, other: Name, office_words: frozenset[str]) -> bool:
    if one.letters and one.letters == other.letters:
        return bool(one.words)
    return one.words == other.words and bool(one.words - office_words)


def _is_short_for(short: Name, long: Name) -> bool:
    return bool(long.initials) and short.letters == long.initials


def _common_words(found: Candidates, one: Candidate, other: Candidate) -> tuple[str, ...]:
    """The rarest words that two descriptions share, when they share enough."""
    common = one.purpose & other.purpose
    if len(common) < COMMON_WORDS or likeness(one.purpose, other.purpose, found.text_weights) < TEXTS_ALIKE:
        return ()
    rarest = sorted(common, key=lambda word: (-found.text_weights[word], word))
    return tuple(rarest[:SHOWN_WORDS])


def _against(one: Candidate, other: Candidate, *, named: bool) -> Iterator[Reason]:
    if other.node in one.exchanges:
        yield Reason("bertukar")
    replaced = other.node in one.replaces or one.node in other.replaces
    if not named and not replaced and (_mentions(one, other) or _mentions(other, one)):
        yield Reason("disebut")
    known = one.services and other.services
    if known and not one.services & other.services and not one.functions & other.functions:
        yield Reason("layanan-lain")
    if one.owner and one.owner == other.owner and one.shared == other.shared and not named:
        yield Reason("kantor-sama")


def _mentions(one: Candidate, other: Candidate) -> bool:
    """Whether the description of ``one`` names ``other``, as far as its name is one word."""
    return any(name.letters in one.purpose for name in other.names)
