"""References: found in whatever state the record is, and named from both ends."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from spbe.model.aplikasi import Aplikasi
from spbe.model.base import Base
from spbe.model.infrastruktur import JaringanIntra, Server
from spbe.model.keamanan import AuditKeamanan
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.peta_rencana import PetaRencana
from spbe.model.references import references_in, relations_of

Found = list[tuple[tuple[str | int, ...], str, str]]


def found(model: type[Base], raw: Any) -> Found:
    return [(reference.path, reference.kind, reference.id) for reference in references_in(model, raw)]


@pytest.mark.parametrize(
    ("model", "raw", "expected"),
    [
        pytest.param(
            Aplikasi,
            {"layanan": "cuti", "data_dipakai": ["asn", "opd"]},
            [
                (("layanan",), "layanan", "cuti"),
                (("data_dipakai", 0), "data", "asn"),
                (("data_dipakai", 1), "data", "opd"),
            ],
            id="one and many",
        ),
        pytest.param(
            Aplikasi,
            {"integrasi": [{"arah": "?"}, {"aplikasi": "sipd", "data": ["asn"]}]},
            [(("integrasi", 1, "aplikasi"), "aplikasi", "sipd"), (("integrasi", 1, "data", 0), "data", "asn")],
            id="in a list of parts",
        ),
        pytest.param(
            Server,
            {"fasilitas": ["ruang-server"], "perangkat_lunak": ["linux"]},
            [(("fasilitas", 0), "infrastruktur", "ruang-server"), (("perangkat_lunak", 0), "infrastruktur", "linux")],
            id="in a class of a union",
        ),
        pytest.param(
            AuditKeamanan,
            {"melindungi": {"data": "asn", "infrastruktur": ["server-1"]}},
            [
                (("melindungi", "data"), "data", "asn"),
                (("melindungi", "infrastruktur", 0), "infrastruktur", "server-1"),
            ],
            id="by kind",
        ),
        pytest.param(
            PetaRencana,
            {"mengubah": {"aplikasi": ["simpeg"]}, "indikator": ["permenpanrb-59-2020/I11"]},
            [(("mengubah", "aplikasi", 0), "aplikasi", "simpeg")],
            id="an indicator is no record",
        ),
        pytest.param(PerangkatDaerah, {"induk": "belum diketahui", "menggantikan": "-"}, [], id="absence words"),
        pytest.param(Aplikasi, {"layanan": {"salah": "bentuk"}, "integrasi": "salah"}, [], id="wrong shapes"),
        pytest.param(AuditKeamanan, {"melindungi": ["simpeg"]}, [], id="by kind, wrong shape"),
        pytest.param(Aplikasi, ["bukan", "pemetaan"], [], id="not a mapping"),
        pytest.param(Aplikasi, None, [], id="nothing"),
    ],
)
def test_references_are_found(model: type[Base], raw: Any, expected: Found) -> None:
    assert sorted(found(model, raw), key=repr) == sorted(expected, key=repr)


def test_references_are_found_in_a_record_that_is_refused() -> None:
    raw = {"nama": ["salah"], "jenis": "entah", "tidak_dikenal": 1, "layanan": ["Bukan ID", "cuti"]}
    with pytest.raises(ValidationError):
        Aplikasi.model_validate(raw)
    assert found(Aplikasi, raw) == [(("layanan", 0), "layanan", "Bukan ID"), (("layanan", 1), "layanan", "cuti")]


def test_references_inside_a_plan_are_marked() -> None:
    raw = {"data_dipakai": ["asn"], "rencana": {"data_dipakai": ["asn", "gaji"], "integrasi": [{"aplikasi": "sipd"}]}}
    now = [reference for reference in references_in(Aplikasi, raw) if not reference.planned]
    then = [reference for reference in references_in(Aplikasi, raw) if reference.planned]
    assert [reference.id for reference in now] == ["asn"]
    assert {(reference.field, reference.id) for reference in then} == {
        ("data_dipakai", "asn"),
        ("data_dipakai", "gaji"),
        ("integrasi", "sipd"),
    }
    assert all(reference.path[0] == "rencana" for reference in then)


def test_a_plan_of_a_union_class_is_of_the_same_class() -> None:
    raw = {"rencana": {"fasilitas": ["pusat-data"]}}
    assert found(Server, raw) == [(("rencana", "fasilitas", 0), "infrastruktur", "pusat-data")]


def test_both_ends_of_a_relation_have_names() -> None:
    [reference] = references_in(JaringanIntra, {"menghubungkan": ["diskominfo"]})
    assert (reference.forward, reference.inverse) == ("Menghubungkan", "Terhubung lewat jaringan")


def test_relations_of_parts_stand_under_the_field_of_the_record() -> None:
    relations = {(relation.field, relation.kinds) for relation in relations_of(Aplikasi)}
    assert {("integrasi", ("aplikasi",)), ("integrasi", ("data",)), ("layanan", ("layanan",))} <= relations
    assert not any(relation.field == "rencana" for relation in relations_of(Aplikasi))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"data": "asn"}, {"data": ("asn",)}),
        ({"data": ["asn", "gaji"], "aplikasi": []}, {"data": ("asn", "gaji")}),
        ({"data": None, "aplikasi": "tidak ada", "infrastruktur": ["server-1"]}, {"infrastruktur": ("server-1",)}),
        ({}, {}),
    ],
)
def test_references_by_kind_are_read(written: dict[str, Any], read: dict[str, Any]) -> None:
    assert AuditKeamanan.model_validate({"id": "a", "nama": "A", "melindungi": written}).melindungi == read


@pytest.mark.parametrize(
    ("written", "place", "rule"),
    [
        (["simpeg"], ("melindungi",), "rujukan-per-jenis"),
        ({"layanan": ["cuti"]}, ("melindungi",), "rujukan-jenis"),
        ({"aplikasi": ["simpeg", "Bukan ID"]}, ("melindungi", "aplikasi", 1), "nilai-id"),
    ],
)
def test_references_by_kind_are_refused_at_their_place(
    written: object, place: tuple[str | int, ...], rule: str
) -> None:
    with pytest.raises(ValidationError) as failure:
        AuditKeamanan.model_validate({"id": "a", "nama": "A", "melindungi": written})
    assert [(error["loc"], error["type"]) for error in failure.value.errors()] == [(place, rule)]
