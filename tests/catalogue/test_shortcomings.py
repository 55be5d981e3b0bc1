"""Each shortcoming names the records that have it and no others; known to be none is an answer, hidden is no gap."""

from __future__ import annotations

from typing import Any

import pytest

from spbe.catalogue.shortcomings import TITLES, shortcomings
from support.raw_regions import region_of, seen_by

Raw = dict[str, Any]
World = dict[str, list[Raw]]

OWNER = {"perangkat_daerah": "dinas"}
WHOLE: World = {
    "perangkat-daerah": [{"id": "dinas"}],
    "layanan": [{"id": "surat", **OWNER}],
    "infrastruktur": [{"id": "server", "jenis": "server", **OWNER}],
    "data": [{"id": "arsip", "produsen": ["dinas"], "walidata": "dinas", **OWNER}],
    "aplikasi": [
        {
            "id": name,
            "jenis": "khusus",
            "layanan": ["surat"],
            "data_dipakai": ["arsip"],
            "infrastruktur": ["server"],
            **OWNER,
        }
        for name in ("satu", "dua")
    ],
    "keamanan": [
        {
            "id": "audit",
            "jenis": "audit",
            "tanggal": "2026-01",
            "melindungi": {"aplikasi": ["satu", "dua"]},
            **OWNER,
        }
    ],
}
"""A region that lacks nothing but reviews."""


def of(world: World, edition: Any = "internal") -> dict[str, list[str]]:
    view = seen_by(region_of(world), edition)
    found = shortcomings(view.region)
    return {one.id: [node.id for node in one.nodes] for one in found if one.id != "belum-ditinjau"}


def changed(kind: str, name: str, **fields: Any) -> World:
    def made(record: Raw) -> Raw:
        mixed = {**record, **fields} if record["id"] == name else record
        return {field: value for field, value in mixed.items() if value is not None}

    return {slug: [made(record) if slug == kind else record for record in records] for slug, records in WHOLE.items()}


def test_a_whole_region_lacks_nothing() -> None:
    assert of(WHOLE) == {}


CASES: list[tuple[str, str, str, Raw]] = [
    ("data-tanpa-produsen", "data", "arsip", {"produsen": None}),
    ("data-tanpa-walidata", "data", "arsip", {"walidata": None}),
    ("data-tanpa-walidata", "data", "arsip", {"walidata": "belum diketahui"}),
    ("tanpa-pemilik", "aplikasi", "satu", {"perangkat_daerah": None}),
    ("aplikasi-tanpa-layanan", "aplikasi", "satu", {"layanan": None}),
    ("aplikasi-tanpa-layanan", "aplikasi", "satu", {"layanan": "belum diketahui"}),
    ("aplikasi-tanpa-server", "aplikasi", "satu", {"infrastruktur": None}),
    ("audit-lewat", "keamanan", "audit", {"tanggal": "2020"}),
    ("audit-belum", "keamanan", "audit", {"tanggal": None}),
]


@pytest.mark.parametrize(("name", "kind", "record", "fields"), CASES)
def test_what_is_missing_is_named(name: str, kind: str, record: str, fields: Raw) -> None:
    expected = ["dua", "satu"] if kind == "keamanan" else [record]
    told = of(changed(kind, record, **fields))
    assert {key: sorted(nodes) for key, nodes in told.items()} == {name: expected}


@pytest.mark.parametrize(
    ("kind", "record", "fields"),
    [
        ("data", "arsip", {"produsen": "tidak ada"}),
        ("data", "arsip", {"walidata": "tidak ada"}),
        ("aplikasi", "satu", {"layanan": "tidak ada"}),
        ("aplikasi", "satu", {"infrastruktur": "tidak ada"}),
        ("aplikasi", "satu", {"infrastruktur": None, "pemilik_luar": "Kementerian"}),
        ("aplikasi", "satu", {"keadaan": "rencana", "layanan": None, "infrastruktur": None, "data_dipakai": None}),
    ],
)
def test_known_to_be_none_and_not_of_today_are_no_shortcomings(kind: str, record: str, fields: Raw) -> None:
    if fields.get("keadaan") == "rencana" or fields.get("data_dipakai"):
        assert "satu" not in {node for nodes in of(changed(kind, record, **fields)).values() for node in nodes}
    else:
        assert of(changed(kind, record, **fields)) == {}


def test_an_application_without_data_is_named_unless_both_are_known_to_be_none() -> None:
    assert of(changed("aplikasi", "satu", data_dipakai=None))["aplikasi-tanpa-data"] == ["satu"]
    one = changed("aplikasi", "satu", data_dipakai="tidak ada")
    assert of(one)["aplikasi-tanpa-data"] == ["satu"]
    both = changed("aplikasi", "satu", data_dipakai="tidak ada", data_dihasilkan="tidak ada")
    assert "aplikasi-tanpa-data" not in of(both)


def test_islands_are_named_unless_they_say_so_themselves() -> None:
    assert sorted(of(changed("aplikasi", "satu", data_dipakai=None))["aplikasi-sendiri"]) == ["dua", "satu"]
    told = of(changed("aplikasi", "satu", data_dipakai=None, integrasi="tidak ada"))
    assert told["aplikasi-sendiri"] == ["dua"]


def test_services_without_application_are_named_unless_given_face_to_face() -> None:
    world = {**WHOLE, "layanan": [*WHOLE["layanan"], {"id": "loket", **OWNER}]}
    assert of(world) == {"layanan-tanpa-aplikasi": ["loket"]}
    world["layanan"][-1]["metode"] = "tatap-muka"
    assert of(world) == {}


def test_a_service_that_only_a_planned_application_will_support_has_none_today() -> None:
    loket = {"id": "loket", **OWNER}
    coming = {"id": "nanti", "keadaan": "rencana", "layanan": ["loket"], **OWNER}
    world = {**WHOLE, "layanan": [*WHOLE["layanan"], loket], "aplikasi": [*WHOLE["aplikasi"], coming]}
    assert of(world) == {"layanan-tanpa-aplikasi": ["loket"]}


def test_security_that_protects_nothing_is_named() -> None:
    sheet = {"id": "sop", "jenis": "standar", **OWNER}
    assert of({**WHOLE, "keamanan": [*WHOLE["keamanan"], sheet]}) == {"keamanan-tanpa-objek": ["sop"]}
    assert of({**WHOLE, "keamanan": [*WHOLE["keamanan"], {**sheet, "melindungi": {"data": ["arsip"]}}]}) == {}


HIDDEN = {"klasifikasi": "tertutup"}


@pytest.mark.parametrize("kind", ["perangkat-daerah", "layanan", "infrastruktur", "data", "keamanan"])
def test_what_the_edition_hides_is_as_if_it_were_not_there(kind: str) -> None:
    hidden = {slug: [{**one, **HIDDEN} if slug == kind else one for one in found] for slug, found in WHOLE.items()}
    ids = {one["id"] for one in WHOLE[kind]}

    def without(value: Any) -> Any:
        """``value`` without every mention of ``ids``."""
        if isinstance(value, dict):
            return {key: left for key, item in value.items() if (left := without(item)) not in (None, [], {})}
        if isinstance(value, list):
            return [left for item in value if (left := without(item)) not in (None, {})]
        return None if value in ids else value

    bare = {slug: [] if slug == kind else without(found) for slug, found in WHOLE.items()}
    assert of(hidden, "publik") == of(bare)
    assert of(hidden) == {}


def test_every_shortcoming_has_a_title() -> None:
    assert {name for name, _kind, _record, _fields in CASES} < set(TITLES)
