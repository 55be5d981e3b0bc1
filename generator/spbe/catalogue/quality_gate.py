"""The ratchet: a region's own limits of data quality, held against its records. It never judges what it is not told.

Everything is counted on the whole region as its administrators see it. What gets worse by itself as time passes
(reviews that age, evidence that runs out) has no limit, else a pull request would fail for the calendar's sake.
See decision 0012.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from spbe.catalogue.quality import Examined, by_kind, examine, total
from spbe.catalogue.shortcomings import TITLES, present_name, shortcomings
from spbe.catalogue.visible_fields import every_field
from spbe.checks import Opened
from spbe.i18n import gettext, language
from spbe.i18n import mark as _
from spbe.model.kinds import KINDS
from spbe.model.kualitas import Bagian, Kualitas
from spbe.problems import Problem, sort_problems
from spbe.region import Entry, Node, Region
from spbe.yamlio.validation import did_you_mean

FILE: Final = "architecture/kualitas.yaml"
"""Where a region writes its limits."""

AGEING: Final = frozenset({"bukti-lewat", "ditinjau-lama", "audit-lewat"})
"""Shortcomings that come with the passing of time alone."""

NAMED: Final = 3
"""How many files a problem names."""


@dataclass(frozen=True)
class Measure:
    """What the limits of data quality are held against.

    ``shares``: kind to answered fields and all fields, for kinds with records; ``found``: what has a shortcoming.

    ``gaps``: kind to its records by the number of their empty fields, most first.
    """

    shares: Mapping[str, Bagian]
    found: Mapping[str, tuple[Node, ...]]
    gaps: Mapping[str, tuple[tuple[Node, int], ...]]


def measured(region: Region) -> Measure:
    """What the limits are held against, of the whole ``region``."""
    kinds = by_kind(examine(region, every_field))
    found = {one.id: one.nodes for one in shortcomings(region)}
    sums = {kind: total(members) for kind, members in kinds.items()}
    return Measure(
        {kind: (tally.answered, tally.total) for kind, tally in sums.items() if tally.total},
        {name: found.get(name, ()) for name in TITLES if name not in AGEING},
        {kind: _gaps(members) for kind, members in kinds.items()},
    )


def _gaps(members: list[Examined]) -> tuple[tuple[Node, int], ...]:
    counted = ((one.node, one.tally.gaps) for one in members)
    return tuple(sorted((pair for pair in counted if pair[1]), key=lambda pair: (-pair[1], pair[0])))


def with_broken_limits(opened: Opened) -> Opened:
    """``opened`` with what breaks its region's own limits; data with errors is not measured."""
    entry = opened.limits
    if not opened.sound or entry is None or not isinstance(entry.record, Kualitas):
        return opened
    found = tuple(_broken(entry, entry.record, opened.region))
    return replace(opened, problems=sort_problems((*opened.problems, *found))) if found else opened


def _broken(entry: Entry, limits: Kualitas, region: Region) -> Iterator[Problem]:
    """Rules ``kualitas-turun``, ``kualitas-temuan``, ``kualitas-tak-dikenal``: of ``entry``."""
    now = measured(region)
    for kind, limit in limits.kelengkapan.items():
        if kind not in KINDS:
            yield _unknown(entry, ("kelengkapan", kind), _("jenis catatan"), list(KINDS))
        elif _lower(present := now.shares.get(kind), limit) and present is not None:
            yield entry.problem(
                "kualitas-turun",
                ("kelengkapan", kind),
                jenis=gettext(KINDS[kind].plural).lower(),
                batas=_told(limit),
                kini=_told(present),
                kurang=_short_of(present, limit),
                contoh=", ".join(
                    f"{region.files.get(node, node.id)} ({gaps})" for node, gaps in now.gaps[kind][:NAMED]
                ),
            )
    for name, most in limits.temuan.items():
        nodes = now.found.get(present_name(name))
        if nodes is None:
            yield _unknown(entry, ("temuan", name), _("temuan"), list(now.found))
        elif len(nodes) > most:
            named = [region.files.get(node, node.id) for node in nodes[:NAMED]]
            yield entry.problem(
                "kualitas-temuan",
                ("temuan", name),
                temuan=gettext(TITLES[present_name(name)]),
                batas=most,
                kini=len(nodes),
                contoh=", ".join(named) + (", …" if len(nodes) > NAMED else ""),
            )


@dataclass(frozen=True)
class LimitState:
    """One limit held against a region: ``key`` in the file, ``limit`` and ``present`` as they are written there."""

    key: tuple[str, str]
    limit: str
    present: str
    broken: bool


def limit_states(limits: Kualitas, region: Region) -> Iterator[LimitState]:
    """Every limit that the whole ``region`` can be held against, in the order of the file."""
    now = measured(region)
    for kind, limit in limits.kelengkapan.items():
        if present := now.shares.get(kind):
            yield LimitState(("kelengkapan", kind), share_text(limit), share_text(present), _lower(present, limit))
    for name, most in limits.temuan.items():
        nodes = now.found.get(present_name(name))
        if nodes is not None:
            yield LimitState(("temuan", present_name(name)), str(most), str(len(nodes)), len(nodes) > most)


def tightened(limits: Kualitas, now: Measure, *, loosen: bool) -> dict[tuple[str, str], str]:
    """What to write at which keys so that the limits are those of ``now``; looser ones only with ``loosen``.

    Only limits that are there change: what a region does not name it does not guard.
    """
    found: dict[tuple[str, str], str] = {}
    for kind, limit in limits.kelengkapan.items():
        present = now.shares.get(kind)
        if present and (_lower(limit, present) or (loosen and _lower(present, limit))):
            found["kelengkapan", kind] = share_text(present)
    for name, most in limits.temuan.items():
        number = len(now.found.get(present_name(name), ()))
        if present_name(name) in now.found and (number < most or (loosen and number > most)):
            found["temuan", name] = str(number)
    return found


def _lower(one: Bagian | None, other: Bagian | None) -> bool:
    """Whether the share ``one`` is less than ``other``; of nothing there is no share."""
    return one is not None and other is not None and Fraction(*one) < Fraction(*other)


def share_text(share: Bagian) -> str:
    """A share as it is written in the file."""
    return f"{share[0]}/{share[1]}"


def _short_of(present: Bagian, limit: Bagian) -> int:
    """How many more fields must be answered."""
    wanted = Fraction(*limit) * present[1]
    return -(-wanted.numerator // wanted.denominator) - present[0]


def _told(share: Bagian) -> str:
    tenths = 1000 * share[0] // share[1]
    comma = "," if language() == "id" else "."
    return f"{share_text(share)} ({tenths // 10}{comma}{tenths % 10}%)"


def _unknown(entry: Entry, path: tuple[str, str], what: str, known: list[str]) -> Problem:
    meant = did_you_mean(path[1], known)
    return entry.problem(
        "kualitas-tak-dikenal",
        path,
        of_key=True,
        nama=path[1],
        apa=gettext(what),
        maksud=meant,
        pilihan=", ".join(known),
    )
