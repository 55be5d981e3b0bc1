"""Three ways of being empty, notes about spellings, and keys that no model knows."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from spbe.model.aplikasi import Aplikasi
from spbe.model.base import Base, Note, absence_word, field, fields_of
from spbe.model.data import Data
from spbe.model.record import Record

APP = {"id": "simpeg", "nama": "Sistem Kepegawaian"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("belum diketahui", "belum diketahui"),
        ("Belum  Diketahui", "belum diketahui"),
        ("belum di ketahui", "belum diketahui"),
        ("tidak tahu", "belum diketahui"),
        ("?", "belum diketahui"),
        ("tidak ada", "tidak ada"),
        (" TIDAK ADA ", "tidak ada"),
        ("-", "tidak ada"),
        ("nihil", "tidak ada"),
        ("tidak ada kendala berarti", None),
        ("ada", None),
        ("", None),
    ],
)
def test_absence_words(text: str, meant: str | None) -> None:
    assert absence_word(text) == meant


@pytest.mark.parametrize(
    ("written", "absence"),
    [
        ({}, "kosong"),
        ({"fungsi": None}, "kosong"),
        ({"fungsi": ""}, "kosong"),
        ({"fungsi": "belum diketahui"}, "belum diketahui"),
        ({"fungsi": "tidak ada"}, "tidak ada"),
        ({"fungsi": "Mencatat pegawai"}, None),
    ],
)
def test_a_text_is_absent_in_three_ways(written: dict[str, object], absence: str | None) -> None:
    assert Aplikasi.model_validate({**APP, **written}).absence("fungsi") == absence


@pytest.mark.parametrize(
    ("written", "absence"),
    [
        ({}, "kosong"),
        ({"layanan": []}, "tidak ada"),
        ({"layanan": "-"}, "tidak ada"),
        ({"layanan": "belum diketahui"}, "belum diketahui"),
        ({"layanan": ["cuti"]}, None),
    ],
)
def test_a_list_is_absent_in_three_ways(written: dict[str, object], absence: str | None) -> None:
    made = Aplikasi.model_validate({**APP, **written})
    assert made.absence("layanan") == absence
    assert made.layanan == (("cuti",) if absence is None else ())


def test_absence_leaves_typed_fields_empty() -> None:
    made = Data.model_validate(
        {"id": "asn", "nama": "ASN", "interoperabilitas": "belum diketahui", "walidata": "tidak ada"}
    )
    assert (made.interoperabilitas, made.walidata) == (None, None)
    assert (made.absence("interoperabilitas"), made.absence("walidata")) == ("belum diketahui", "tidak ada")


def test_a_required_field_cannot_be_absent() -> None:
    with pytest.raises(ValidationError) as failure:
        Aplikasi.model_validate({"id": "simpeg", "nama": None})
    assert [(error["loc"], error["type"]) for error in failure.value.errors()] == [(("nama",), "missing")]


def test_a_name_may_be_a_dash_but_is_then_a_name() -> None:
    assert Aplikasi.model_validate({"id": "x", "nama": "-"}).nama == "-"


def test_variants_are_noted_and_usual_spellings_are_not() -> None:
    notes: list[Note] = []
    Aplikasi.model_validate(
        {**APP, "fungsi": "Tidak Ada", "luaran": "tidak ada", "jenis": "Aplikasi Khusus", "lisensi": "sumber-terbuka"},
        context=notes,
    )
    assert sorted(notes, key=lambda note: note.field) == [
        Note("fungsi", "Tidak Ada", "tidak ada"),
        Note("jenis", "Aplikasi Khusus", "khusus"),
    ]


def test_without_a_list_as_context_nothing_is_noted() -> None:
    assert Aplikasi.model_validate({**APP, "jenis": "Aplikasi Khusus", "fungsi": "nihil"}).jenis == "khusus"


@pytest.mark.parametrize("value", ["ada", "", None, [], "tidak ada"])
def test_an_unknown_key_is_refused_whatever_it_holds(value: object) -> None:
    with pytest.raises(ValidationError) as failure:
        Aplikasi.model_validate({**APP, "fungsii": value})
    assert [(error["loc"], error["type"]) for error in failure.value.errors()] == [(("fungsii",), "extra_forbidden")]


def test_an_unknown_key_inside_a_part_is_refused_at_its_place() -> None:
    with pytest.raises(ValidationError) as failure:
        Aplikasi.model_validate({**APP, "integrasi": [{"aplikasi": "sipd"}, {"aplikasi": "srikandi", "arahh": "x"}]})
    assert [error["loc"] for error in failure.value.errors()] == [("integrasi", 1, "arahh")]


def test_records_cannot_be_changed() -> None:
    made = Aplikasi.model_validate(APP)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(made, "nama", "lain")  # noqa: B010


def test_a_plan_names_only_what_changes() -> None:
    made = Aplikasi.model_validate({**APP, "rencana": {"basis": ["web", "seluler"], "fungsi": "tidak ada"}})
    assert made.planned_fields() == ("fungsi", "basis")
    assert Aplikasi.model_validate(APP).planned_fields() == ()
    renamed = Aplikasi.model_validate({**APP, "rencana": {"nama": "Simpeg Terpadu"}})
    assert renamed.planned_fields() == ("nama",)


@pytest.mark.parametrize("key", ["id", "dahulu", "rencana"])
def test_a_plan_cannot_hold_what_is_permanent(key: str) -> None:
    with pytest.raises(ValidationError) as failure:
        Aplikasi.model_validate({**APP, "rencana": {key: "baru"}})
    assert [(error["loc"], error["type"]) for error in failure.value.errors()] == [(("rencana",), "rencana-isian")]


def test_field_specs_tell_what_was_declared() -> None:
    class Contoh(Base):
        lengkap: str = field("opd", "Lengkap", "Semua ada.", source="Asal", required=True)
        telanjang: str = "x"

    specs = fields_of(Contoh)
    assert fields_of(Contoh) is specs
    assert list(specs) == ["lengkap", "telanjang"]
    full = specs["lengkap"]
    assert (full.label, full.description, full.kelas, full.source, full.required) == (
        "Lengkap",
        "Semua ada.",
        "opd",
        "Asal",
        True,
    )
    assert (specs["telanjang"].kelas, specs["telanjang"].description) == (None, "")


def test_the_common_fields_come_first_in_every_record() -> None:
    common = list(fields_of(Record))
    assert list(fields_of(Aplikasi))[: len(common)] == common
