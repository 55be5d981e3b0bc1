"""Governance: the teams, what they rest on, how long they serve, what they do, and who sits in them."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.tim import Tim
from spbe.region import Node
from spbe.site.addresses import GOVERNANCE, OFFICES
from spbe.site.cells import owner_cell
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.site.teams import teams_of

TEAMS_FILE = "indicators/tim.yaml"


@dataclass(frozen=True)
class Shown:
    """A team ready to be read. ``expired``: its term ended before the reference date."""

    anchor: str
    team: Tim
    evidence: tuple[tuple[Node, Bukti], ...]
    expired: bool
    seats: Table


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The page of the teams."""
    page = desk.page(
        "tata_kelola/ikhtisar",
        GOVERNANCE,
        _("Tata kelola"),
        _(
            "Tim yang mengarahkan dan menilai pemerintahan digital {nama}: dasar, masa tugas, tugas, dan anggotanya."
        ).format(nama=desk.region.profil.nama),
        parent=OFFICES,
        source=TEAMS_FILE,
        teams=[_shown(desk, anchor, team) for anchor, team in teams_of(desk.region)],
    )
    return [page], [MenuItem(_("Tata kelola"), GOVERNANCE)]


def _shown(desk: Desk, anchor: str, team: Tim) -> Shown:
    evidence = []
    for name in team.bukti:
        node = desk.region.present(Node("bukti", name))
        record = desk.region.get(node)
        if isinstance(record, Bukti):
            evidence.append((node, record))
    columns = (Column(_("Jabatan"), wide=True), Column(_("Peran")), Column(_("Perangkat daerah")))
    rows = tuple(Row((Cell(seat.jabatan), text(seat.peran), owner_cell(desk, seat))) for seat in team.anggota)
    table = Table(f"{anchor}-anggota", _("Anggota {tim}").format(tim=team.nama), columns, rows)
    expired = team.selesai is not None and team.selesai.last < desk.region.date
    return Shown(anchor, team, tuple(evidence), expired, table)
