"""``/arsitektur/tumpang-tindih/``: what several offices built for the same end, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from spbe.catalogue.overlap import MIDDLE, STRONG, Overlap, OverlapGroup, overlap
from spbe.catalogue.similarity import POINTS, WEAK
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import kind_of
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, OVERLAP, record_address
from spbe.site.components.gap_wording import named
from spbe.site.page import Page
from spbe.site.pages.arsitektur.overlap_reasons import OverlapReason, explained, told
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.table_cells import office_cell, owner_told
from spbe.site.variables import template_context, variable
from spbe.wording.fields import state_word

CARDS = 30
"""Groups on one page."""

LEVELS = {
    "kuat": mark("Kemungkinan kuat"),
    "sedang": mark("Kemungkinan sedang"),
    "lemah": mark("Kemungkinan lemah"),
}
BADGES = {"kuat": "bertentangan", "sedang": "meragukan", "lemah": "tak-dinilai"}

Named = tuple[str, str]
"""A name and its address."""

Planned = tuple[str, str, str]
"""Name and address of an item of the roadmap, and the other applications that it changes, or nothing."""


@dataclass(frozen=True)
class Member:
    """One application of a group: whose it is, its state unless it runs, its use, and what ties it to the group.

    ``owner`` is ``None`` where nobody is known to own it.
    """

    name: Named
    owner: Cell | None
    state: str
    shared: bool
    use: str
    beside: str
    reasons: tuple[OverlapReason, ...]


@dataclass(frozen=True)
class Card:
    """One group in words: how sure (nothing where its merger is planned), what to do, what is planned already."""

    id: str
    title: str
    level: str
    badge: str
    advice: str
    members: tuple[Member, ...]
    settled: tuple[str, ...]
    plans: tuple[Planned, ...]


@template_context
class ArsitekturTumpangTindihContext:
    """The variables of ``pages/arsitektur/tumpang_tindih.html.j2``."""

    cards: list[Card] = variable("kelompok halaman ini (`Card`), yang paling mungkin dulu")
    settled: list[Card] = variable("kelompok yang sudah direncanakan digabung (`Card`)")
    number: int = variable("berapa kelompok semuanya, tanpa yang sudah direncanakan digabung")
    applications: int = variable("berapa aplikasi di dalamnya")
    offices: int = variable("berapa perangkat daerah pemiliknya")
    examined: int = variable("berapa aplikasi yang dibandingkan")
    by_office: Table = variable("tabel menurut perangkat daerah (`Table`)")
    here: int = variable("nomor halaman ini")
    addresses: list[str] = variable("alamat semua halaman")
    points: list[tuple[str, str]] = variable("daftar (alasan, nilainya)")
    limits: tuple[int, int, int] = variable("nilai terkecil kemungkinan kuat, sedang, dan lemah")


def pages(site: SiteContext) -> list[Page]:
    """The likely duplicates, over further pages where there are many; none without applications."""
    if not site.region.records[kind_of(Aplikasi)]:
        return []
    found = overlap(site.region)
    cards = [_card(site, group) for group in found.groups]
    open_groups = [group for group in found.groups if not group.is_settled]
    parts = [cards[start : start + CARDS] for start in range(0, len(cards), CARDS)] or [[]]
    addresses = [OVERLAP, *(f"{OVERLAP}halaman_{number}/" for number in range(2, len(parts) + 1))]
    offices = _by_office(site, found, addresses, {card.id: card.title for card in cards})
    settled = {card.id for card, group in zip(cards, found.groups, strict=True) if group.is_settled}

    def variables(number: int) -> ArsitekturTumpangTindihContext:
        part = parts[number - 1]
        return ArsitekturTumpangTindihContext(
            cards=[card for card in part if card.id not in settled],
            settled=[card for card in part if card.id in settled],
            number=len(open_groups),
            applications=len({node for group in open_groups for node in group.members}),
            offices=len({office for group in open_groups for office in _owners(site, group.members)}),
            examined=found.applications,
            by_office=offices,
            here=number,
            addresses=addresses,
            points=explained(POINTS),
            limits=(STRONG, MIDDLE, WEAK),
        )

    return [
        site.page(
            ArsitekturTumpangTindihContext,
            address,
            _("Tumpang tindih"),
            _("Aplikasi yang mungkin dibuat untuk hal yang sama, dengan alasannya."),
            partial(variables, number),
            parent=ARCHITECTURE_HOME if address == OVERLAP else OVERLAP,
            menu=_("Tumpang tindih") if address == OVERLAP else None,
            menu_group=_("Analisis"),
        )
        for number, address in enumerate(addresses, 1)
    ]


def _owners(site: SiteContext, members: Iterable[Node]) -> tuple[str, ...]:
    """The owner of each of ``members`` that has one, by present id."""
    owners = (site.region.owner_id(site.region.get(node)) for node in members)
    return tuple(owner for owner in owners if owner)


def _card(site: SiteContext, group: OverlapGroup) -> Card:
    names = list(dict.fromkeys(site.region.name(node) for node in group.members))
    title = names[0] if len(names) == 1 else _("{a} dan {b}").format(a=names[0], b=names[1])
    if len(names) > 2:
        title = _("{a}, {b}, dan {n} lainnya").format(a=names[0], b=names[1], n=len(group.members) - 2)
    elif len(names) < len(group.members):
        title = _("{nama}: {n} catatan").format(nama=title, n=len(group.members))
    closest = dict(group.closest)
    members = []
    for node in group.members:
        pair = closest.get(node)
        other = None if pair is None else pair.other if pair.one == node else pair.one
        beside = site.region.name(other) if other and len(group.members) > 2 else ""
        members.append(_member(site, group, node, beside, told(site.region, pair)))
    settled = tuple(
        _("{a} menggantikan {b}").format(a=site.region.name(new), b=site.region.name(old)) for new, old in group.settled
    )
    plans = tuple((site.region.name(plan), record_address(plan), _beyond(site, group, plan)) for plan in group.plans)
    level = "" if group.is_settled else _(LEVELS[group.confidence])
    return Card(group.id, title, level, BADGES[group.confidence], _advice(site, group), tuple(members), settled, plans)


def _beyond(site: SiteContext, group: OverlapGroup, plan: Node) -> str:
    changed = (
        relation.target
        for relation in site.region.relations.outgoing.get(plan, ())
        if relation.field == "mengubah" and not relation.planned and relation.target.kind == kind_of(Aplikasi)
    )
    return named(site, tuple(node for node in dict.fromkeys(changed) if node not in group.members))


def _member(
    site: SiteContext, group: OverlapGroup, node: Node, beside: str, reasons: tuple[OverlapReason, ...]
) -> Member:
    record = site.region.get(node)
    return Member(
        (site.region.name(node), record_address(node)),
        owner_told(site, record) if record else None,
        state_word(record.state) if isinstance(record, Aplikasi) and record.is_planned else "",
        node in group.shared,
        _use(site, node),
        beside,
        reasons,
    )


def _use(site: SiteContext, node: Node) -> str:
    """How many use it and what it serves."""
    users, services = _uses(site, node)
    parts = []
    if users:
        parts.append(_("dipakai {n} perangkat daerah").format(n=users))
    if services:
        parts.append(_("mendukung {n} layanan").format(n=services))
    return ", ".join(parts)


def _uses(site: SiteContext, node: Node) -> tuple[int, int]:
    record = site.region.get(node)
    return (len(record.pengguna), len(record.layanan)) if isinstance(record, Aplikasi) else (0, 0)


def _advice(site: SiteContext, group: OverlapGroup) -> str:
    base = site.region.name(group.base)
    if group.is_settled:
        return ""
    if group.sort == "catatan-ganda":
        return _(
            "Tampaknya satu aplikasi berbagi pakai yang dicatat {n} kali. Bila benar, sisakan satu catatan dan tulis "
            "semua pemakainya pada isian pengguna."
        ).format(n=len(group.members))
    if group.sort == "berbagi-pakai":
        return _("Sudah ada sebagai aplikasi berbagi pakai: {nama}. Periksa apakah yang lain masih diperlukan.").format(
            nama=base
        )
    first, second = (sum(_uses(site, node)) for node in group.members[:2])
    if first > second:
        return _("Bila memang sama, {nama} tampak paling siap menjadi induknya: {pemakaian}.").format(
            nama=base, pemakaian=_use(site, group.base)
        )
    return _("Bila memang sama, bicarakan mana yang diteruskan; pemakaiannya belum membedakan.")


def _by_office(site: SiteContext, found: Overlap, addresses: list[str], titles: dict[str, str]) -> Table:
    """Offices with applications that may repeat others: in how many groups, and how many of their applications."""
    groups: dict[str, list[tuple[OverlapGroup, str]]] = {}
    own: dict[str, set[Node]] = {}
    for place, group in enumerate(found.groups):
        if not group.is_settled:
            for node in group.members:
                for office in _owners(site, [node]):
                    own.setdefault(office, set()).add(node)
            for office in dict.fromkeys(_owners(site, group.members)):
                groups.setdefault(office, []).append((group, f"{addresses[place // CARDS]}#{group.id}"))
    rows = [
        Row(
            (
                office_cell(site, office),
                count(len(members)),
                count(len(own[office])),
                Cell(titles[members[0][0].id], members[0][1]),
            )
        )
        for office, members in groups.items()
    ]
    rows.sort(key=lambda row: (-int(row.cells[1].sort or 0), row.cells[0].text.casefold()))
    columns = (
        Column(_("Perangkat daerah"), wide=True),
        Column(_("Kelompok"), numeric=True),
        Column(_("Aplikasinya di kelompok itu"), numeric=True),
        Column(_("Yang paling mungkin"), wide=True),
    )
    return Table("kembar-perangkat-daerah", _("Kelompok menurut perangkat daerah"), columns, tuple(rows), tools=True)
