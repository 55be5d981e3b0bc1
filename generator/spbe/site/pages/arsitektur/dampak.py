"""``/arsitektur/dampak/``: what stops if something stops, by what hangs from it."""

from __future__ import annotations

from typing import Final

from spbe import wording
from spbe.catalogue.dependence import APART, RULES
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE, catalogued_kinds
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, IMPACT, record_address
from spbe.site.counted import counted
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable

MOST: Final = 500
"""Records in the list, the weightiest first."""


WEIGHED: Final = ("layanan", OFFICE)
"""What is counted of each record, directly and in all, in the order in which it decides the rank."""


BESIDE: Final = ("aplikasi", "proses-bisnis")
"""What is counted after them, in all."""


@template_context
class ArsitekturDampakContext:
    """The variables of ``pages/arsitektur/dampak.html.j2``."""

    lead: str = variable("kalimat tentang yang paling banyak terdampak, atau kosong")
    data: Table = variable("tabel catatan menurut banyaknya layanan yang bergantung padanya (`Table`)")
    left_out: int = variable("berapa catatan berikutnya yang tidak masuk tabel")
    rules: tuple[tuple[str, tuple[str, ...]], ...] = variable("daftar (apa yang dianggap bergantung, alasannya)")
    apart: tuple[str, ...] = variable("alasan mengapa hubungan lain tidak dihitung")


def pages(site: SiteContext) -> list[Page]:
    """The list of what most depends on."""
    if not any(site.region.records[kind] for kind in catalogued_kinds()):
        return []
    ranked = _ranked(site)
    return paged(
        site,
        ArsitekturDampakContext,
        IMPACT,
        _("Dampak"),
        _("Dampak bila sebuah server, aplikasi, atau data terganggu: layanan dan perangkat daerahnya."),
        LongTable("dampak", len(ranked[:MOST]), Later(lambda: _table(site, ranked[:MOST]))),
        lambda data: ArsitekturDampakContext(
            data=data,
            lead=_lead(site, ranked),
            left_out=max(0, len(ranked) - MOST),
            rules=_rules(),
            apart=tuple(_(reason) for reason in APART.values()),
        ),
        parent=ARCHITECTURE_HOME,
        menu=_("Dampak"),
        menu_group=_("Analisis"),
    )


Ranked = tuple[Node, tuple[int, ...]]


def _ranked(site: SiteContext) -> list[Ranked]:
    """Everything that a service or an application depends on, with its counts, heaviest first."""
    found, impact = [], site.impact
    for node in impact.graph.nodes:
        if node.kind != OFFICE:
            weighed = tuple(n for kind in WEIGHED for n in (impact.count_direct(node, kind), impact.count(node, kind)))
            beside = tuple(impact.count(node, kind) for kind in BESIDE)
            if weighed[1] or beside[0]:
                found.append((node, (*weighed, *beside)))
    found.sort(key=lambda one: (*(-n for n in one[1]), site.region.name(one[0]).casefold(), one[0]))
    return found


def _lead(site: SiteContext, ranked: list[Ranked]) -> str:
    """What most depends on."""
    if not ranked:
        return ""
    node, (near, services, _near_offices, _offices, applications, *_rest) = ranked[0]
    name = site.region.name(node)
    if not near:
        first = counted("layanan", services) if services else counted("aplikasi", applications)
        return _("Dampak terbesar bila terganggu: {nama}, dengan {apa}.").format(nama=name, apa=first)
    words = _("Dampak langsung terbesar bila terganggu: {nama}, {apa}; {n} termasuk dampak tidak langsung.")
    return words.format(nama=name, apa=counted("layanan", near), n=wording.number(services))


def _table(site: SiteContext, ranked: list[Ranked]) -> Table:
    columns = (
        Column(_("Dampak bila terganggu"), wide=True),
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
        record = site.region.get(node)
        owner = owner_cell(site, record)
        name = Cell(site.region.name(node), f"{record_address(node)}#dampak")
        rows.append(Row((name, Cell(_(KINDS[node.kind].plural)), owner, *map(count, counts))))
    caption = _("Catatan menurut banyaknya layanan yang langsung bergantung padanya")
    return Table("dampak", caption, columns, tuple(rows), tools=True, empty=_("Belum ada catatan {pada_data}."))


def _rules() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What counts as dependence, each sentence once, with its reasons."""
    found: dict[str, dict[str, None]] = {}
    for rule in RULES:
        found.setdefault(_(rule.told), {})[_(rule.reason)] = None
    return tuple((told, tuple(reasons)) for told, reasons in found.items())
