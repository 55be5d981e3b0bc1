"""What changed lately among the records of each office, as far as the past is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from spbe.i18n import gettext as _
from spbe.region import Node, Region
from spbe.site.pages.perubahan.ikhtisar import line_of
from spbe.site.site_context import SiteContext

MOST: Final = 20
"""How many changes of one office are named; the page of changes has them all."""


@dataclass(frozen=True, slots=True)
class RecentChange:
    """One change: its day, what happened (a code and a word), the record, and the labels of the changed fields."""

    date: date
    action: str
    word: str
    name: str
    address: str | None
    fields: tuple[str, ...]


@dataclass(frozen=True)
class RecentChanges:
    """Changes by office, newest first, since the first day of last month; ``known`` is false without a history."""

    since: date
    known: bool
    offices: Mapping[str, tuple[RecentChange, ...]]


def recent_changes(site: SiteContext) -> RecentChanges:
    """The changes of every office, found once for all pages."""
    today, past = site.region.date, site.past
    since = date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)
    known = past.state in {"ada", "terpotong"} and past.since <= today
    owner = {one.node: one.owner for one in site.examined}
    words = {"tambah": _("Ditambah"), "ubah": _("Diubah"), "hapus": _("Dihapus")}
    found: dict[str, dict[tuple[Node, date], RecentChange]] = {}
    for step in sorted(past.steps, key=lambda step: step.date, reverse=True):
        if step.date < since:
            break
        for change in step.changes:
            office = _office(site.region, site.region.present(change.node), owner)
            if office is None:
                continue
            line = line_of(site, change)
            news = RecentChange(step.date, change.action, words[change.action], line.name, line.address, line.fields)
            found.setdefault(office, {}).setdefault((change.node, step.date), news)
    return RecentChanges(max(since, past.since), known, {office: tuple(own.values()) for office, own in found.items()})


def _office(region: Region, node: Node, owner: Mapping[Node, str | None]) -> str | None:
    """Whose record ``node`` is now; what is no longer there belongs to nobody any more."""
    if node.kind == "jawaban":
        return region.owner_id(region.answer(node))
    return owner.get(node)
