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
