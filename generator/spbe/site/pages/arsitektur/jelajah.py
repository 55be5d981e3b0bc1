"""The explorer: a walk through the relations from any record."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.model.record import KEADAAN
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, EXPLORER, catalogue_address, has_pages
from spbe.site.desk import Desk
from spbe.site.graphdata import EXPLORED, GRAPH, graph_file
from spbe.site.page import Page

LIMIT = 150
"""So many records are drawn at most; more could not be told apart."""


def pages(desk: Desk) -> list[Page]:
    """The one page, with the file that it reads, where there is a record of the architecture to begin from."""
    starts = _starts(desk)
    if not starts:
        return []
    desk.files[GRAPH] = graph_file(desk.view)
    return [
        desk.page(
            "arsitektur/jelajah",
            EXPLORER,
            _("Jelajah"),
            _("Telusuri hubungan antarcatatan dari catatan mana pun, langkah demi langkah."),
            parent=ARCHITECTURE_HOME,
            kinds=[(kind, _(KINDS[kind].plural), catalogue_address(kind), has_pages(kind)) for kind in EXPLORED],
            states=[(code, _(label)) for code, label in KEADAAN.nilai.items()],
            starts=[
                (f"{node.kind}/{node.id}", desk.region.name(node), _(KINDS[node.kind].singular)) for node in starts
            ],
            graph=f"/{GRAPH}",
            limit=LIMIT,
        )
    ]


def _starts(desk: Desk) -> list[Node]:
    """Of each domain the record with the most relations, applications first: places where a walk is worth its while."""
    relations = desk.region.relations
    found: list[Node] = []
    for kind in ("aplikasi", *(kind for kind in ARCHITECTURE if kind != "aplikasi")):
        nodes = [Node(kind, name) for name in desk.region.records[kind]]
        if nodes:
            ends = {
                node: len(relations.outgoing.get(node, ())) + len(relations.incoming.get(node, ())) for node in nodes
            }
            found.append(min(nodes, key=lambda node: (-ends[node], node.id)))
    return found
