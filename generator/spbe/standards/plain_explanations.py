"""What a predicate or a level means for residents, in plain words of our own and never those of a regulation.

Levels are explained per aspect and group of levels; one sentence may serve aspects of several instruments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from spbe.model.instrumen import Indikator, Instrumen
from spbe.standards.instruments import shipped_instruments
from spbe.standards.resources import StandardsError, read_yaml

FILE: Final = "dengan-sederhana.yaml"
LEVEL_GROUPS: Final = ("1-2", "3", "4-5")
LONGEST: Final = 25
"""How many words a sentence may have."""


@dataclass(frozen=True)
class PlainExplanations:
    """The sentences: of predicates by instrument and name; of levels by instrument, aspect and group of levels."""

    predicates: Mapping[tuple[str, ...], str]
    levels: Mapping[tuple[str, ...], str]

    def of_predicate(self, instrument: Instrumen, name: str | None) -> str | None:
        """The sentence of the predicate ``name``; ``None`` where it is unknown, or the instrument a region's own."""
        return self.predicates.get((instrument.id, name or ""))

    def of_level(self, instrument: Instrumen, indicator: Indikator, value: Fraction) -> str | None:
        """The sentence of the level that ``value`` has reached; ``None`` for an instrument of a region's own."""
        aspect = next(one for one in instrument.all_aspects() if one.holds(indicator))
        return self.levels.get((instrument.id, aspect.kode, _group(value)))

    def sentences(self) -> Iterator[str]:
        """Every sentence, those that serve several once for each."""
        yield from self.predicates.values()
        yield from self.levels.values()


@cache
def plain_explanations() -> PlainExplanations:
    """The sentences that ship with the program. Read and proved once per process.

    Raises:
        StandardsError: The file lacks a sentence, has one twice, or explains what no shipped instrument has.
    """
    return proved_explanations(read_yaml(FILE))


def proved_explanations(raw: Mapping[str, Any]) -> PlainExplanations:
    """The sentences in ``raw``, the parsed file. Raises :class:`StandardsError` as :func:`plain_explanations` does."""
    predicates = _collected(
        ((instrument, name), sentence)
        for row in raw["predikat"]
        for instrument in row["instrumen"]
        for name, sentence in row["kalimat"].items()
    )
    levels = _collected(
        ((instrument, aspect, group), sentence)
        for row in raw["aspek"]
        for instrument, aspects in row["untuk"].items()
        for aspect in aspects
        for group, sentence in row.items()
        if group != "untuk"
    )
    shipped = shipped_instruments().values()
    _complete(predicates, {(one.id, band.nama) for one in shipped for band in one.predikat})
    _complete(
        levels,
        {(one.id, aspect.kode, group) for one in shipped for aspect in one.all_aspects() for group in LEVEL_GROUPS},
    )
    return PlainExplanations(MappingProxyType(predicates), MappingProxyType(levels))


def _collected(pairs: Iterator[tuple[tuple[str, ...], str]]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for key, sentence in pairs:
        if key in found:
            raise StandardsError(f"{FILE}: {key} is explained twice")
        if not sentence.endswith(".") or len(sentence.split()) > LONGEST:
            raise StandardsError(f"{FILE}: {key}: not a sentence of at most {LONGEST} words: {sentence!r}")
        found[key] = sentence
    return found


def _complete(found: Mapping[tuple[str, ...], str], needed: set[tuple[str, ...]]) -> None:
    if found.keys() != needed:
        raise StandardsError(f"{FILE}: {sorted(found.keys() ^ needed)}: missing, or in no instrument")


def _group(value: Fraction) -> str:
    below_three, three, above = LEVEL_GROUPS
    if value < 3:
        return below_three
    return three if value < 4 else above
