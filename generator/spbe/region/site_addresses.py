"""Which record, assessment or instrument an address of the site belongs to."""

from __future__ import annotations

from typing import Final

from spbe.model.kinds import KINDS
from spbe.region.relations import Node

_BESIDE_RECORDS = {"/indeks/": "penilaian", "/indikator/": "instrumen"}

GENERATED = frozenset(
    {
        *(kind.address.split("/")[1] for kind in KINDS.values()),
        "aset",
        "assets",
        "indeks",
        "indikator",
        "metodologi",
        "kualitas-data",
        "panduan",
        "pagefind",
        "perubahan",
        "tata-kelola",
        "tindak-lanjut",
        "unduhan",
    }
)
"""Folders of the site below which pages and files are made; only a whole plan knows which."""


MOVED: Final = (
    ("/mutu-data/", "/kualitas-data/"),
    ("/mutu-data/perangkat-daerah/", "/kualitas-data/perangkat-daerah/"),
    ("/mutu-data/<temuan>/", "/kualitas-data/<temuan>/"),
    ("/mutu-data/aplikasi-tanpa-rumah/", "/kualitas-data/aplikasi-tanpa-server/"),
    ("/mutu-data/data-tanpa-wali/", "/kualitas-data/data-tanpa-walidata/"),
    ("/indeks/<penilaian>/uji/", "/indeks/<penilaian>/kesesuaian/"),
)
"""Forms of address that pages had once, each with the present one; a redirect stays at the former."""


def owner_of(address: str) -> tuple[Node, str] | None:
    """What the page at ``address`` belongs to, with the address of that; ``None`` for a page of its own."""
    for prefix, kind in _addresses(has_pages=True).items():
        name = address.removeprefix(prefix).split("/")[0]
        if address.startswith(prefix) and name:
            return Node(kind, name), f"{prefix}{name}/"
    return None


def pointed_at(path: str, fragment: str) -> Node | None:
    """The record that a link to ``path`` on this site or any other like it means, however that is spelled."""
    address = f"/{path.strip('/')}/"
    rows = _addresses(has_pages=False)
    for prefix, kind in (_addresses(has_pages=True) | rows).items():
        _before, found, rest = address.rpartition(prefix)
        name = "" if prefix in rows else rest.split("/")[0].removesuffix(".md").removesuffix(".html")
        name = name or fragment  # its row in the list
        if found and name:
            return Node(kind, name)
    return None


def _addresses(*, has_pages: bool) -> dict[str, str]:
    """The lists of records with a page each, or with a row that a fragment names, by address: the longest first."""
    found = {kind.address: slug for slug, kind in KINDS.items() if kind.has_pages == has_pages}
    longest = dict(sorted(found.items(), key=lambda item: -len(item[0])))
    return longest | _BESIDE_RECORDS if has_pages else longest
