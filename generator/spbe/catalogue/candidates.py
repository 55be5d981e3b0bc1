"""What may be a duplicate of something: applications with all that is compared, and which of them are compared at all.

Comparing each with each would take a hundred times as long for ten times as many. So applications meet only in blocks:
those that share a rare word of their name, an address, a reference code, a service, a produced dataset. A block that
is too large says nothing by its key and is left out; only the same name is told however often it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final
from urllib.parse import urlsplit

from spbe.catalogue.name_matching import Name, is_list, names_of, slips, split, telling_words, weights
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import OFFICE
from spbe.model.layanan import Layanan
from spbe.model.record import Record
from spbe.region import Node, Region
from spbe.standards.reference import ReferenceArchitecture

LEVEL: Final = 3
"""Codes above this level of the reference architecture name fields of work, not functions."""

_PORT: Final = re.compile(r":(\d+)$")

MANY_NAMES: Final = 40
MANY_RECORDS: Final = 12
"""The largest blocks that say something: for words of names, and for services, data and codes."""


@dataclass(frozen=True)
class Candidate:
    """One application. ``shared`` is made to be used by many: general, or of another government body.

    ``codes`` are its own reference codes of :data:`LEVEL` or deeper, ``functions`` those of its services.
    ``exchanges`` are applications that it exchanges data with. ``rank`` puts the one to keep first.
    """

    node: Node
    names: tuple[Name, ...]
    purpose: frozenset[str]
    owner: str | None
    shared: bool
    rank: tuple[bool, bool, int, Node]
    address: str
    codes: frozenset[str]
    services: frozenset[Node]
    functions: frozenset[str]
    produced: frozenset[Node]
    replaces: frozenset[Node]
    exchanges: frozenset[Node]


@dataclass(frozen=True)
class Candidates:
    """All applications in order of ids, and how much words say in names and in descriptions.

    ``office_words`` stand in names of offices: alone they make no name.
    """

    all: tuple[Candidate, ...]
    name_weights: Mapping[str, int]
    text_weights: Mapping[str, int]
    office_words: frozenset[str]


def candidates(region: Region) -> Candidates:
    """The applications of ``region`` that run or are planned; a record that lists several in its name is none."""
    empty = frozenset(split(region.profil.nama))
    functions = {node.id: _codes(record, region.reference) for node, record in region.of_class(Layanan)}
    found = [
        _candidate(region, node, record, empty, functions)
        for node, record in sorted(region.of_class(Aplikasi), key=lambda item: item[0])
        if not record.is_discontinued and not is_list(record.nama)
    ]
    meant = slips({word for one in found for name in one.names for word in name.words})
    found = [replace(one, names=tuple(_mended(name, meant) for name in one.names)) for one in found]
    joined = _exchanging(found)
    found = [replace(one, exchanges=joined[one.node]) for one in found]
    return Candidates(
        tuple(found),
        weights(frozenset(word for name in one.names for word in name.words) for one in found),
        weights(one.purpose for one in found),
        _office_words(region),
    )


def rivals(found: Candidates) -> Iterator[tuple[Candidate, Candidate]]:
    """Each pair that is worth a comparison, once; the number of pairs grows with the applications, not their square."""
    pairs: set[tuple[int, int]] = set()
    for many, keys in _KEYS:
        blocks: dict[object, list[int]] = {}
        for at, one in enumerate(found.all):
            for key in keys(one, found):
                blocks.setdefault(key, []).append(at)
        for block in blocks.values():
            if many is None and len(block) > MANY_NAMES:
                best = min(block, key=lambda at: found.all[at].rank)
                pairs.update((min(best, at), max(best, at)) for at in block if at != best)
            elif len(block) <= (many or MANY_NAMES):
                pairs.update(combinations(block, 2))
    return ((found.all[one], found.all[other]) for one, other in sorted(pairs))


def _whole_names(one: Candidate, _found: Candidates) -> Iterable[object]:
    return {key for name in one.names for key in (name.words, name.letters) if key}


def _initials(one: Candidate, _found: Candidates) -> Iterable[object]:
    return {key for name in one.names for key in (name.letters, name.initials) if key}


def _name_words(one: Candidate, found: Candidates) -> Iterable[object]:
    return {word for name in one.names for word in name.words} - found.office_words


def _addresses(one: Candidate, _found: Candidates) -> Iterable[object]:
    return (one.address,) if one.address else ()


_KEYS: Final[tuple[tuple[int | None, Callable[[Candidate, Candidates], Iterable[object]]], ...]] = (
    (None, _whole_names),
    (MANY_NAMES, _initials),
    (MANY_NAMES, _name_words),
    (None, _addresses),
    (MANY_RECORDS, lambda one, _found: one.codes),
    (MANY_RECORDS, lambda one, _found: one.services),
    (MANY_RECORDS, lambda one, _found: one.functions),
    (MANY_RECORDS, lambda one, _found: one.produced),
)
"""What applications meet by, with the largest block that says something; ``None``: any size, compared with the best."""


def _candidate(
    region: Region, node: Node, record: Aplikasi, empty: frozenset[str], functions: Mapping[str, frozenset[str]]
) -> Candidate:
    services = _nodes(region, "layanan", record.layanan)
    shared = record.jenis in {"umum", "pusat"} or record.pemilik_luar is not None
    text = " ".join(part for part in (record.nama, record.uraian, record.fungsi, record.luaran) if part)
    used = len(record.pengguna) + len(services)
    return Candidate(
        node,
        names_of(record.nama, empty | _short_names(region, record)),
        telling_words(split(text), empty),
        record.perangkat_daerah,
        shared,
        (not shared, record.is_planned, -used, node),
        _address(record.tautan),
        _codes(record, region.reference),
        services,
        frozenset(code for service in services for code in functions.get(service.id, ())),
        _nodes(region, "data", record.data_dihasilkan),
        _nodes(region, "aplikasi", record.menggantikan),
        _nodes(region, "aplikasi", [part.aplikasi for part in record.integrasi]),
    )


def _nodes(region: Region, kind: str, names: Iterable[str]) -> frozenset[Node]:
    found = (Node(kind, name) for name in names)
    present = (region.present(node) for node in found)
    return frozenset(node for node in present if region.get(node))


def _codes(record: object, reference: ReferenceArchitecture) -> frozenset[str]:
    codes = record.referensi if isinstance(record, Record) else ()
    return frozenset(code for code in codes if code in reference.nodes and reference.nodes[code].tingkat >= LEVEL)


def _exchanging(found: Iterable[Candidate]) -> dict[Node, frozenset[Node]]:
    """The same exchanges seen from both ends."""
    joined: dict[Node, set[Node]] = {}
    for one in found:
        joined.setdefault(one.node, set()).update(one.exchanges)
        for other in one.exchanges:
            joined.setdefault(other, set()).add(one.node)
    return {node: frozenset(others) for node, others in joined.items()}


def _mended(name: Name, meant: Mapping[str, str]) -> Name:
    return replace(name, words=frozenset(meant.get(word, word) for word in name.words))


def _office_words(region: Region) -> frozenset[str]:
    names = (record.nama for record in region.records[OFFICE].values())
    return frozenset(word for name in names for word in telling_words(split(name)))


def _short_names(region: Region, record: Aplikasi) -> frozenset[str]:
    """The short name of the owner, which only says whose the application is."""
    office = region.owner(record)
    return frozenset(split(office.singkatan or "") if office else ())


def _address(link: str | None) -> str:
    """Where the application is, without what differs between spellings of one address."""
    if not link:
        return ""
    parts = urlsplit(link)
    host = (parts.hostname or "").removeprefix("www.")
    port = _PORT.search(parts.netloc)
    path = parts.path.rstrip("/").casefold()
    where = host + (port[0] if port and port[1] not in {"80", "443"} else "")
    where += path if path not in {"/login", "/index.php", "/home"} else ""
    where += f"?{parts.query}" if parts.query else ""
    # Such a fragment is a page of its own; others are places on one page.
    return where + (f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else "")
