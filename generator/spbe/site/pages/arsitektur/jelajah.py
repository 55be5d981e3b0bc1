"""``/arsitektur/jelajah/``: the explorer: a walk through the relations from any record."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, architecture_kinds, catalogued_kinds
from spbe.model.record import KEADAAN
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, EXPLORER, catalogue_address, has_pages
from spbe.site.graphdata import GRAPH, graph_file
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable

LIMIT = 150
"""So many records are drawn at most; more could not be told apart."""


@template_context
class ArsitekturJelajahContext:
    """The variables of ``pages/arsitektur/jelajah.html.j2``."""

    kinds: list[tuple[str, str, str, bool]] = variable(
        "daftar (jenis, namanya, alamat katalognya, apakah setiap catatannya punya halaman)"
    )
    states: list[tuple[str, str]] = variable("daftar (kode keadaan, namanya)")
    starts: list[tuple[str, str, str]] = variable(
        "daftar (jenis/id, nama, nama jenisnya) catatan yang paling banyak terhubung, untuk memulai"
    )
    graph: str = variable("alamat berkas data hubungan")
    limit: int = variable("jumlah catatan terbanyak yang digambar")


def pages(site: SiteContext) -> list[Page]:
    """The one page, with the file that it reads, where there is a record of the architecture to begin from."""
    starts = _starts(site)
    if not starts:
        return []
    site.files[GRAPH] = graph_file(site.view)
    return [
        site.page(
            ArsitekturJelajahContext,
            EXPLORER,
            _("Jelajah"),
            _("Telusuri hubungan antarcatatan dari catatan mana pun, langkah demi langkah."),
            lambda: ArsitekturJelajahContext(
                kinds=[
                    (kind, _(KINDS[kind].plural), catalogue_address(kind), has_pages(kind))
                    for kind in architecture_kinds()
                ],
                states=[(code, _(label)) for code, label in KEADAAN.nilai.items()],
                starts=[
                    (f"{node.kind}/{node.id}", site.region.name(node), _(KINDS[node.kind].singular)) for node in starts
                ],
                graph=f"/{GRAPH}",
                limit=LIMIT,
            ),
            parent=ARCHITECTURE_HOME,
            menu=_("Jelajah"),
            menu_group=_("Analisis"),
        )
    ]


def _starts(site: SiteContext) -> list[Node]:
    """Of each domain the record with the most relations, applications first: places where a walk is worth its while."""
    relations = site.region.relations
    found: list[Node] = []
    for kind in dict.fromkeys(("aplikasi", *catalogued_kinds())):
        nodes = [Node(kind, name) for name in site.region.records[kind]]
        if nodes:
            ends = {
                node: len(relations.outgoing.get(node, ())) + len(relations.incoming.get(node, ())) for node in nodes
            }
            found.append(min(nodes, key=lambda node: (-ends[node], node.id)))
    return found
