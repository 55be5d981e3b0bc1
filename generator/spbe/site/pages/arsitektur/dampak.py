"""``/arsitektur/dampak/``: what stops if something stops, by what hangs from it."""

from __future__ import annotations

from typing import Final

from spbe import wording
from spbe.catalogue.dependence import APART, RULES
from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS, OFFICE
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, IMPACT, record_address
from spbe.site.cells import owner_cell
from spbe.site.counted import counted
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.pages.arsitektur.catatan_dampak import record_impact_pages
from spbe.site.paging import paged
from spbe.site.table import Cell, Column, Row, Table, count

MOST: Final = 500
"""Records in the list, the weightiest first."""


WEIGHED: Final = ("layanan", OFFICE)
"""What is counted of each record, directly and in all, in the order in which it decides the rank."""


BESIDE: Final = ("aplikasi", "proses-bisnis")
"""What is counted after them, in all."""


def pages(desk: Desk) -> list[Page]:
    """The list of what most depends on, and for the heaviest records all services that depend on them."""
    if not any(desk.region.records[kind] for kind in ARCHITECTURE):
        return []
    ranked = _ranked(desk)
    made = paged(
        desk,
        "arsitektur/dampak",
        IMPACT,
        _("Dampak"),
        _("Apa yang berhenti jika sebuah server, aplikasi, atau data berhenti: layanan dan perangkat daerahnya."),
        parent=ARCHITECTURE_HOME,
        data=_table(desk, ranked[:MOST]),
        lead=_lead(desk, ranked),
        left_out=max(0, len(ranked) - MOST),
        rules=_rules(),
        apart=tuple(_(reason) for reason in APART.values()),
    )
    long = [node for node in desk.impact.graph.nodes if node in desk.impact.long_lists]
    return [*made, *(page for node in long for page in record_impact_pages(desk, node))]


Ranked = tuple[Node, tuple[int, ...]]


def _ranked(desk: Desk) -> list[Ranked]:
    """Everything that a service or an application depends on, with its counts, heaviest first."""
    found, impact = [], desk.impact
    for node in impact.graph.nodes:
        if node.kind != OFFICE:
            weighed = tuple(n for kind in WEIGHED for n in (impact.count_direct(node, kind), impact.count(node, kind)))
            beside = tuple(impact.count(node, kind) for kind in BESIDE)
            if weighed[1] or beside[0]:
                found.append((node, (*weighed, *beside)))
    found.sort(key=lambda one: (*(-n for n in one[1]), desk.region.name(one[0]).casefold(), one[0]))
    return found


def _lead(desk: Desk, ranked: list[Ranked]) -> str:
    """What most depends on."""
    if not ranked:
        return ""
    node, (near, services, _near_offices, _offices, applications, *_rest) = ranked[0]
    name = desk.region.name(node)
    if not near:
        first = counted("layanan", services) if services else counted("aplikasi", applications)
        return _("Dampak terbesar bila berhenti: {nama}, dengan {apa}.").format(nama=name, apa=first)
    words = _("Dampak langsung terbesar bila berhenti: {nama}, {apa}; {n} bila ditelusuri sampai jauh.")
    return words.format(nama=name, apa=counted("layanan", near), n=wording.number(services))


def _table(desk: Desk, ranked: list[Ranked]) -> Table:
    columns = (
        Column(_("Jika berhenti"), wide=True),
        Column(_("Domain"), facet=True),
        Column(_("Pemilik"), facet=True),
        Column(_("Layanan langsung"), numeric=True),
        Column(_("Layanan, termasuk tidak langsung"), numeric=True),
        Column(_("Perangkat daerah langsung"), numeric=True),
        Column(_("Perangkat daerah, termasuk tidak langsung"), numeric=True, extra=True),
        Column(_("Aplikasi"), numeric=True, extra=True),
        Column(_("Proses bisnis"), numeric=True, extra=True),
    )
    rows = []
    for node, counts in ranked:
        record = desk.region.get(node)
        owner = owner_cell(desk, record)
        name = Cell(desk.region.name(node), f"{record_address(node)}#dampak")
        rows.append(Row((name, Cell(_(KINDS[node.kind].plural)), owner, *map(count, counts))))
    caption = _("Catatan menurut banyaknya layanan yang langsung bergantung padanya")
    return Table("dampak", caption, columns, tuple(rows), tools=True, empty=_("Belum ada catatan {pada_data}."))


def _rules() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What counts as dependence, each sentence once, with its reasons."""
    found: dict[str, dict[str, None]] = {}
    for rule in RULES:
        found.setdefault(_(rule.told), {})[_(rule.reason)] = None
    return tuple((told, tuple(reasons)) for told, reasons in found.items())
