"""Which record, assessment or instrument an address of the site belongs to."""

from __future__ import annotations

from spbe.model.kinds import ARCHITECTURE
from spbe.region.relations import Node

_OWNERS = {
    **{f"/arsitektur/{kind}/": kind for kind in ARCHITECTURE},
    "/perangkat-daerah/": "perangkat-daerah",
    "/indeks/": "penilaian",
    "/indikator/": "instrumen",
}

_ROWS = {"/bukti/": "bukti", "/peta-rencana/": "peta-rencana"}
"""Lists whose records have no page but a row, which a fragment names."""

GENERATED = frozenset(
    {
        "arsitektur",
        "aset",
        "assets",
        "bukti",
        "indeks",
        "indikator",
        "metodologi",
        "mutu-data",
        "panduan",
        "pagefind",
        "perangkat-daerah",
        "perubahan",
        "peta-rencana",
        "tata-kelola",
        "unduhan",
    }
)
"""Folders of the site below which pages and files are made; only a whole plan knows which."""


def owner_of(address: str) -> tuple[Node, str] | None:
    """What the page at ``address`` belongs to, with the address of that; ``None`` for a page of its own."""
    for prefix, kind in _OWNERS.items():
        name = address.removeprefix(prefix).split("/")[0]
        if address.startswith(prefix) and name:
            return Node(kind, name), f"{prefix}{name}/"
    return None


def pointed_at(path: str, fragment: str) -> Node | None:
    """The record that a link to ``path`` on this site or any other like it means, however that is spelled."""
    address = f"/{path.strip('/')}/"
    for prefix, kind in (_OWNERS | _ROWS).items():
        _before, found, rest = address.rpartition(prefix)
        name = fragment if kind in _ROWS.values() else rest.split("/")[0].removesuffix(".md").removesuffix(".html")
        if found and name:
            return Node(kind, name)
    return None
