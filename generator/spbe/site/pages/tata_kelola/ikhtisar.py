"""``/tata-kelola/``: the teams, what they rest on, how long they serve, what they do, and who sits in them."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.tim import Tim
from spbe.region import Node
from spbe.site.addresses import GOVERNANCE, OFFICES
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.site.table_cells import owner_cell
from spbe.site.teams import teams_of
from spbe.site.variables import template_context, variable
from spbe.wording.fields import Attribute, attribute_of

TEAMS_FILE = "indicators/tim.yaml"


@dataclass(frozen=True)
class TeamInWords:
    """A team ready to be read. ``expired``: its term ended before the reference date.

    ``basis`` and ``duties`` are its fields ``sk`` and ``tugas``, also where they say nothing. ``evidence`` are the
    documents, each with whether it has run out.
    """

    anchor: str
    team: Tim
    basis: Attribute
    duties: Attribute
    evidence: tuple[tuple[Node, Bukti, bool], ...]
    expired: bool
    seats: Table


@template_context
class TataKelolaContext:
    """The variables of ``pages/tata_kelola/ikhtisar.html.j2``."""

    teams: list[TeamInWords] = variable(
        "daftar tim (`TeamInWords`): jangkar, isi tim, bukti SK-nya, sudah lewat atau belum, tabel anggota"
    )


def pages(site: SiteContext) -> list[Page]:
    """The page of the teams."""
    page = site.page(
        TataKelolaContext,
        GOVERNANCE,
        _("Tata kelola"),
        _(
            "Tim yang mengarahkan dan menilai pemerintahan digital {nama}: dasar, masa tugas, tugas, dan anggotanya."
        ).format(nama=site.region.profil.nama),
        lambda: TataKelolaContext(teams=[_shown(site, anchor, team) for anchor, team in teams_of(site.region)]),
        parent=OFFICES,
        source=TEAMS_FILE,
        menu=_("Tata kelola"),
    )
    return [page]


def _shown(site: SiteContext, anchor: str, team: Tim) -> TeamInWords:
    evidence = []
    for name in team.bukti:
        node = site.region.evidence(name)
        record = site.region.get(node)
        if isinstance(record, Bukti):
            over = record.berlaku_sampai is not None and record.berlaku_sampai.last < site.region.date
            evidence.append((node, record, over))
    columns = (Column(_("Jabatan"), wide=True), Column(_("Peran")), Column(_("Perangkat daerah")))
    rows = tuple(Row((Cell(seat.jabatan), text(seat.peran), owner_cell(site, seat))) for seat in team.anggota)
    table = Table(f"{anchor}-anggota", _("Anggota {tim}").format(tim=team.nama), columns, rows)
    expired = team.selesai is not None and team.selesai.last < site.region.date
    basis, duties = (attribute_of(site.region, team, name) for name in ("sk", "tugas"))
    return TeamInWords(anchor, team, basis, duties, tuple(evidence), expired, table)
