"""``/perubahan/``: what was added, changed and removed in the last months, as the git repository remembers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from spbe import wording
from spbe.history import COMMITS, MONTHS, HistoryStep, RecordChange
from spbe.history.past import Past
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.addresses import (
    CHANGES,
    DOWNLOADS,
    GOVERNANCE,
    HOME,
    assessment_address,
    indicator_address,
    record_address,
)
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable

SHOWN = 200
"""How many records of one kind a step names; the first import of a large region has thousands."""

FOLDED = 6
"""From how many records on a list is folded."""


@dataclass(frozen=True)
class ChangeLine:
    """What happened to one record: its name, its address if it has one, and the labels of the changed fields."""

    name: str
    address: str | None
    fields: tuple[str, ...]


@dataclass(frozen=True)
class ChangeGroup:
    """What happened to the records of one kind: ``action`` is ``tambah``, ``ubah`` or ``hapus``.

    ``count`` may be more than there are ``lines``; ``folded`` says that the list is long.
    """

    action: str
    label: str
    count: int
    lines: tuple[ChangeLine, ...]
    folded: bool

    @property
    def more(self) -> int:
        """How many are counted and not listed."""
        return self.count - len(self.lines)


@dataclass(frozen=True)
class ChangesOfDay:
    """The steps of one day, each with its short id and its groups."""

    date: date
    steps: tuple[tuple[str, tuple[ChangeGroup, ...]], ...]


@dataclass(frozen=True)
class Month:
    """A month's days, newest first; ``id`` is ``2026-11``."""

    id: str
    title: str
    count: int
    days: tuple[ChangesOfDay, ...]


@dataclass(frozen=True)
class LatestChange:
    """One thing that changed, short: its day, what happened (a code and a word), what it was, and where to read on."""

    date: date
    action: str
    word: str
    name: str
    address: str | None


@template_context
class PerubahanContext:
    """The variables of ``pages/perubahan/ikhtisar.html.j2``."""

    past: Past = variable("yang diketahui dari riwayat (`Past`): keadaan riwayat, sejak kapan, apakah dibatasi")
    most: int = variable("berapa langkah terakhir yang paling banyak dilihat")
    span: int = variable("berapa bulan ke belakang yang dilihat")
    months: tuple[Month, ...] = variable("bulan-bulan dengan hari dan perubahannya (`Month`), terbaru dahulu")
    totals: dict[str, int] = variable("berapa kali catatan ditambah, diubah, dihapus")
    reviewed: list[tuple[str, str, str]] = variable("catatan yang terakhir ditinjau: daftar (nama, alamat, tanggal)")


def pages(site: SiteContext) -> list[Page]:
    """The page of changes."""
    page = site.page(
        PerubahanContext,
        CHANGES,
        _("Perubahan data"),
        _("Catatan {nama} yang ditambah, diubah, dan dihapus dalam setahun terakhir.").format(
            nama=site.region.profil.nama
        ),
        lambda: PerubahanContext(
            past=site.past,
            most=COMMITS,
            span=MONTHS,
            months=_months(site, site.past.steps),
            totals=_totals(site.past.steps),
            reviewed=_reviewed(site),
        ),
        parent=DOWNLOADS,
        menu=_("Perubahan data"),
    )
    return [page]


def latest(site: SiteContext, most: int) -> tuple[LatestChange, ...]:
    """The last ``most`` changes; records of one kind that changed together are told as one."""
    words = {"tambah": _("Ditambah"), "ubah": _("Diubah"), "hapus": _("Dihapus")}
    found: list[LatestChange] = []
    for step in sorted(site.past.steps, key=lambda step: step.date, reverse=True):
        for group in _groups(site, step):
            if group.count == 1:
                name, address = group.lines[0].name, group.lines[0].address
            else:
                name = _("{n} catatan {jenis}").format(n=wording.number(group.count), jenis=group.label.lower())
                address = f"{CHANGES}#{step.date:%Y-%m}"
            found.append(LatestChange(step.date, group.action, words[group.action], name, address))
        if len(found) >= most:
            break
    return tuple(found[:most])


def _months(site: SiteContext, steps: Sequence[HistoryStep]) -> tuple[Month, ...]:
    ordered = sorted(steps, key=lambda step: step.date, reverse=True)  # stable: those of a day stay as git has them
    return tuple(_month(site, name, list(found)) for name, found in groupby(ordered, lambda step: f"{step.date:%Y-%m}"))


def _month(site: SiteContext, name: str, steps: Sequence[HistoryStep]) -> Month:
    days = tuple(
        ChangesOfDay(day, tuple((step.id, _groups(site, step)) for step in found))
        for day, found in groupby(steps, lambda step: step.date)
    )
    return Month(name, wording.month(steps[0].date), sum(len(step.changes) for step in steps), days)


def _groups(site: SiteContext, step: HistoryStep) -> tuple[ChangeGroup, ...]:
    found: dict[tuple[str, str], list[RecordChange]] = {}
    for action in ("tambah", "ubah", "hapus"):
        for change in step.changes:
            if change.action == action:
                found.setdefault((action, change.node.kind), []).append(change)
    return tuple(_group(site, action, kind, changes) for (action, kind), changes in found.items())


def _group(site: SiteContext, action: str, kind: str, changes: Sequence[RecordChange]) -> ChangeGroup:
    lines = sorted((line_of(site, change) for change in changes), key=lambda line: (line.name.casefold(), line.name))
    return ChangeGroup(action, _kind_label(kind), len(lines), tuple(lines[:SHOWN]), len(lines) > FOLDED)


def _kind_label(kind: str) -> str:
    others = {
        "profil": _("Profil wilayah"),
        "tim": _("Tim tata kelola"),
        "penilaian": _("Penilaian"),
        "jawaban": _("Jawaban indikator"),
        "nilai": _("Nilai indikator"),
    }
    return others.get(kind) or _(KINDS[kind].plural)


def line_of(site: SiteContext, change: RecordChange) -> ChangeLine:
    """``change`` in words."""
    labels = tuple(_(label) for label in change.fields)
    if change.count:
        labels = (*labels, _("{n} indikator").format(n=wording.number(change.count)))
    name, address = _called(site, change.node)
    return ChangeLine(change.name or name, None if change.name else address, labels)


def _called(site: SiteContext, node: Node) -> tuple[str, str | None]:
    """What ``node`` is called now, and where its page is."""
    region = site.region
    assessment = region.assessments.get(node.id.partition("/")[0])
    if node.kind == "profil":
        return region.profil.nama, HOME
    if node.kind == "tim":
        return _("Tim tata kelola"), GOVERNANCE
    if node.kind in {"penilaian", "nilai"} and assessment:
        return assessment.title, assessment_address(assessment.nama)
    if node.kind == "jawaban" and assessment:
        code = node.id.partition("/")[2]
        known = next((one for one in assessment.instrumen.all_indicators() if one.kode == code), None)
        name = f"{assessment.title}: {known.label if known else code}"
        return name, indicator_address(assessment.instrumen.id, code) if known else None
    present = region.present(node)
    return region.name(present), record_address(present) if region.get(present) else None


def _totals(steps: Sequence[HistoryStep]) -> dict[str, int]:
    """How often records were added, changed and removed."""
    found = dict.fromkeys(("tambah", "ubah", "hapus"), 0)
    for step in steps:
        for change in step.changes:
            found[change.action] += 1
    return found


def _reviewed(site: SiteContext) -> list[tuple[str, str, str]]:
    """The ten records that were reviewed last: name, address, day. Known without any history."""
    found = [(record.ditinjau, record.nama, node) for node, record in site.region.nodes() if record.ditinjau]
    found.sort(key=lambda item: (-item[0].last.toordinal(), item[1].casefold(), item[2]))
    return [(name, record_address(node), wording.day(day)) for day, name, node in found[:10]]
