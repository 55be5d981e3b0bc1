"""From one instrument to the next: which old answers and evidence can serve which new indicator.

A proposal of this project, never official: no regulation joins the instruments. What is carried is facts and
documents; levels never are, since scale, weights and criteria differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from spbe.i18n import mark
from spbe.model.choices import Pilihan
from spbe.model.instrumen import Instrumen
from spbe.standards.instruments import shipped_instruments
from spbe.standards.resources import StandardsError, read_yaml

FILES = ("padanan-59-2020-8-2026",)

STANDING = mark("padanan usulan spbe, bukan resmi")
"""What must be said wherever a cross-walk is shown."""

HUBUNGAN = Pilihan(
    "hubungan", {"sama": mark("Pokok sama"), "sebagian": mark("Sebagian"), "hanya-bukti": mark("Hanya bukti")}
)
"""The subject is the same by its name; it is a part of the new one; or only its documents can serve."""


@dataclass(frozen=True, slots=True)
class Padanan:
    """One old indicator beside one new: ``hubungan`` is a code of :data:`HUBUNGAN`, ``alasan`` says why."""

    dari: str
    ke: str
    hubungan: str
    alasan: str

    @property
    def carries_facts(self) -> bool:
        """Whether the words of the old answer can serve too, not only its documents."""
        return self.hubungan != "hanya-bukti"


@dataclass(frozen=True)
class Crosswalk:
    """All pairs of two instruments, by their ids.

    ``pairs`` in the order of the new instrument, the closest first. ``notes``: new code to what is to be said of it
    as a whole. ``dropped``: old code without any counterpart to the reason.
    """

    dari: str
    ke: str
    pairs: tuple[Padanan, ...]
    notes: Mapping[str, str]
    dropped: Mapping[str, str]

    def sources(self, code: str) -> tuple[Padanan, ...]:
        """The old indicators that can serve the new one ``code``."""
        return tuple(pair for pair in self.pairs if pair.ke == code)

    def uses(self, code: str) -> tuple[Padanan, ...]:
        """The new indicators that the old one ``code`` can serve."""
        return tuple(pair for pair in self.pairs if pair.dari == code)


@dataclass(frozen=True)
class Related:
    """What a cross-walk says of one indicator: pairs with ``instrument``, which is newer if ``newer``.

    Without pairs ``note`` says why there are none; with pairs it may say something of them all.
    """

    instrument: Instrumen
    pairs: tuple[Padanan, ...]
    note: str | None
    newer: bool


@cache
def crosswalks() -> Mapping[tuple[str, str], Crosswalk]:
    """Every shipped cross-walk by the ids of its old and new instrument. Read and proved once per process.

    Raises:
        StandardsError: An instrument or code does not exist, is missing or stands twice, or a reason is missing.
    """
    made = [_read(stem, read_yaml(f"{stem}.yaml")) for stem in FILES]
    return MappingProxyType({(one.dari, one.ke): one for one in made})


def related(instrument: str, code: str) -> tuple[Related, ...]:
    """What the cross-walks say of the indicator ``code`` of ``instrument``; empty for a region's own instrument."""
    known = shipped_instruments()
    found = []
    for walk in crosswalks().values():
        if walk.ke == instrument:
            found.append(Related(known[walk.dari], walk.sources(code), walk.notes.get(code), newer=False))
        elif walk.dari == instrument:
            found.append(Related(known[walk.ke], walk.uses(code), walk.dropped.get(code), newer=True))
    return tuple(found)


def crosswalk_of(raw: Mapping[str, Any], old: Instrumen, new: Instrumen, place: str) -> Crosswalk:
    """The cross-walk that ``raw``, the parsed file ``place``, makes between two instruments.

    Raises:
        StandardsError: As :func:`crosswalks` does.
    """
    pairs: list[Padanan] = []
    notes: dict[str, str] = {}
    for entry in raw["padanan"]:
        code = entry["ke"]
        if code in notes:
            raise StandardsError(f"{place}: {code} stands twice")
        notes[code] = entry["alasan"]
        pairs += [Padanan(one["kode"], code, one["hubungan"], one["alasan"]) for one in entry["dari"]]
    dropped = {code: entry["alasan"] for entry in raw["tanpa_padanan"] for code in entry["kode"]}
    walk = Crosswalk(old.id, new.id, tuple(pairs), MappingProxyType(notes), MappingProxyType(dropped))
    _demand_codes(walk, old, new, place)
    for pair in pairs:
        if pair.hubungan not in HUBUNGAN.nilai:
            raise StandardsError(f"{place}: {pair.dari} to {pair.ke}: {pair.hubungan!r} is no relation")
    if any(not text.strip() for text in (*notes.values(), *dropped.values(), *(pair.alasan for pair in pairs))):
        raise StandardsError(f"{place}: a reason is missing")
    return walk


def _read(stem: str, raw: Mapping[str, Any]) -> Crosswalk:
    known = shipped_instruments()
    if raw["dari"] not in known or raw["ke"] not in known:
        raise StandardsError(f"{stem}: unknown instrument")
    return crosswalk_of(raw, known[raw["dari"]], known[raw["ke"]], stem)


def _demand_codes(walk: Crosswalk, old: Instrumen, new: Instrumen, place: str) -> None:
    """Every code exists, no pair stands twice, and every indicator of both instruments is accounted for."""
    olds = {indicator.kode for indicator in old.all_indicators()}
    news = {indicator.kode for indicator in new.all_indicators()}
    used = {pair.dari for pair in walk.pairs}
    if walk.notes.keys() != news:
        raise StandardsError(f"{place}: {sorted(walk.notes.keys() ^ news)} of {new.id}: unknown or missing")
    if used & walk.dropped.keys():
        raise StandardsError(f"{place}: {sorted(used & walk.dropped.keys())} have a counterpart and have none")
    if used | walk.dropped.keys() != olds:
        raise StandardsError(f"{place}: {sorted((used | walk.dropped.keys()) ^ olds)} of {old.id}: unknown or missing")
    if len({(pair.dari, pair.ke) for pair in walk.pairs}) != len(walk.pairs):
        raise StandardsError(f"{place}: a pair stands twice")
