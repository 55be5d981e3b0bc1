"""The relations of what may be seen as one small file that the explorer reads, and nothing else does.

It is a script that leaves a value behind, because a copy opened from disk may load scripts but fetch nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from spbe.editions import Edition
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, architecture_kinds
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.record import KEADAAN, Entri, Record
from spbe.region import Node
from spbe.site.assets import FOLDER
from spbe.site.page import Asset

GRAPH: Final = f"{FOLDER}/jelajah/data.js"
"""Where the file lies on the site."""

STATES: Final = tuple(KEADAAN.nilai)


def graph_of(view: Edition) -> dict[str, Any]:
    """Records and relations of ``view``, as few words as possible; the same view gives the same value.

    ``jenis``: ``[slug, label]`` each. ``simpul``: by kind ``[id, name, state, short name]`` each (``state`` a place in
    ``keadaan``; what is 0 or not there at the end is left out), numbered throughout; only offices have short names.
    ``sisi``: for each node, in that order, what it names: ``[relation, node, relation, node, …]``; ``relation`` is
    twice its place in ``hubungan``, and one more when it is only planned. ``hubungan``: ``[name as read from the
    source, name as read from the target, 1 if it names the owner]``. ``dahulu``: former ``kind/id`` to node.
    """
    region = view.region
    explored = architecture_kinds()
    nodes = [Node(kind, name) for kind in explored for name in region.records[kind]]
    places = {node: place for place, node in enumerate(nodes)}
    names: dict[tuple[str, str, int], int] = {}
    edges: list[list[int]] = []
    for node in nodes:
        told: dict[tuple[int, int], None] = {}
        for relation in region.relations.outgoing.get(node, ()):
            if relation.target not in places:
                continue
            name = (_(relation.forward), _(relation.inverse), int(relation.field == "perangkat_daerah"))
            told[2 * names.setdefault(name, len(names)) + relation.planned, places[relation.target]] = None
        # What holds today needs no second telling by the coming version.
        edges.append([part for kind, at in told if not (kind % 2 and (kind - 1, at) in told) for part in (kind, at)])
    return {
        "jenis": [[kind, _(KINDS[kind].plural)] for kind in explored],
        "keadaan": [[code, _(label)] for code, label in KEADAAN.nilai.items()],
        "hubungan": [[*name[:2], name[2]] if name[2] else [*name[:2]] for name in names],
        "simpul": [[_node(record) for record in region.records[kind].values()] for kind in explored],
        "sisi": edges,
        "dahulu": _former(region.renamed, places),
    }


def graph_file(view: Edition) -> Asset:
    """:func:`graph_of` as the script that the explorer loads; a text parsed at once is quicker than a literal."""
    told = json.dumps(graph_of(view), ensure_ascii=False, separators=(",", ":"))
    text = told.replace("\\", "\\\\").replace("'", "\\'")
    return Asset(GRAPH, f"globalThis.spbeJelajahData=JSON.parse('{text}');\n".encode())


def _node(record: Entri) -> list[object]:
    told: list[object] = [record.id, record.nama]
    state = STATES.index(record.keadaan) if isinstance(record, Record) else 0
    if isinstance(record, PerangkatDaerah) and record.singkatan:
        return [*told, state, record.singkatan]
    return [*told, state] if state else told


def _former(renamed: Mapping[Node, Node], places: Mapping[Node, int]) -> dict[str, int]:
    return {f"{old.kind}/{old.id}": places[new] for old, new in sorted(renamed.items()) if new in places}
