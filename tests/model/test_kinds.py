"""The registry, and what must hold for every kind, every field and every list."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

import spbe.model
from spbe.model.aplikasi import Aplikasi
from spbe.model.base import KELAS, Base, Note, fields_of
from spbe.model.bukti import Bukti
from spbe.model.choices import Pilihan
from spbe.model.infrastruktur import INFRASTRUKTUR, JENIS_INFRASTRUKTUR, ObjekInfrastruktur, Server
from spbe.model.keamanan import JENIS_KEAMANAN, KEAMANAN, ObjekKeamanan
from spbe.model.kinds import ARCHITECTURE, KINDS, Kind
from spbe.model.peta_rencana import PetaRencana
from spbe.model.record import Entri, Record
from spbe.model.references import relations_of
from support.kind_declarations import missing_of

MODULES = [importlib.import_module(found.name) for found in pkgutil.walk_packages(spbe.model.__path__, "spbe.model.")]
LISTS: list[Pilihan] = list(
    {id(value): value for module in MODULES for value in vars(module).values() if isinstance(value, Pilihan)}.values()
)
RECORDS: list[type[Entri]] = [model for kind in KINDS.values() for model in kind.models.values()]


def subclasses(model: type[Base]) -> Iterator[type[Base]]:
    for below in model.__subclasses__():
        if below.__module__.startswith("spbe.model"):
            yield below
            yield from subclasses(below)


MODELS = sorted(set(subclasses(Base)), key=lambda model: model.__name__)


def test_the_kinds_stand_in_reading_order() -> None:
    assert list(KINDS) == [
        "perangkat-daerah",
        "proses-bisnis",
        "layanan",
        "data",
        "aplikasi",
        "infrastruktur",
        "keamanan",
        "peta-rencana",
        "risiko",
        "bukti",
    ]
    assert [kind.slug for kind in KINDS.values()] == list(KINDS)
    assert tuple(slug for slug, kind in KINDS.items() if kind.domain) == ARCHITECTURE
    assert [KINDS[slug].domain for slug in ARCHITECTURE] == ["RAB", "RAL", "RAD", "RAA", "RAI", "RAK"]


def test_every_kind_has_its_own_folder() -> None:
    assert {slug: kind.folder for slug, kind in KINDS.items()} == {
        **{slug: f"architecture/{slug}" for slug in KINDS if slug != "bukti"},
        "bukti": "indicators/bukti",
    }


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_declares_everything(kind: Kind) -> None:
    assert missing_of(kind) == []


@pytest.mark.parametrize(
    ("attribute", "wrong"),
    [
        ("folder", "architecture/lain"),
        ("address", "/arsitektur/"),
        ("singular", ""),
        ("plural", ""),
        ("short", ""),
        ("one", "aplikasi"),
        ("many", "aplikasi"),
        ("models", {None: Aplikasi, "umum": Aplikasi}),
        ("example", "simpeg"),
        ("unexpected", frozenset({"entah"})),
        ("unexpected", frozenset({"nama"})),
        ("home", 0),
        ("paths", 0),
    ],
)
def test_what_a_kind_leaves_open_is_told_with_its_name(attribute: str, wrong: object) -> None:
    kind = dataclasses.replace(KINDS["aplikasi"], **{attribute: wrong})
    assert f"aplikasi: {attribute}" in missing_of(kind)


def test_kinds_stand_apart_in_folder_address_and_place_on_the_home_page() -> None:
    for attribute in ("folder", "address", "home", "example"):
        told = [value for kind in KINDS.values() if (value := getattr(kind, attribute)) is not None]
        assert len(told) == len(set(told)), attribute


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_declared(model: type[Base]) -> None:
    for name, spec in fields_of(model).items():
        assert spec.kelas in KELAS, f"{name} has no class"
        assert model.model_fields[name].title, f"{name} has no label"
        assert re.fullmatch(r".+[.…]", spec.description, re.DOTALL), f"{name} is not described by a sentence"
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_only_id_and_name_are_required(model: type[Entri]) -> None:
    assert {name for name, spec in fields_of(model).items() if spec.required} == {"id", "nama"}
    assert model.model_validate({"id": "x", "nama": "X"}).nama == "X"


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_example_is_a_value_of_its_field(model: type[Entri]) -> None:
    for name, info in model.model_fields.items():
        extra: Any = info.json_schema_extra
        for example in extra.get("examples", []):
            made = model.model_validate({"id": "x", "nama": "X", name: example})
            assert made.absence(name) is None, f"{name}: {example}"


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_class_has_a_json_schema(model: type[Entri]) -> None:
    assert set(model.model_fields) == set(properties(model.model_json_schema()))


def properties(schema: dict[str, Any]) -> dict[str, Any]:
    target = schema["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    found: dict[str, Any] = target["properties"]
    return found


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_record_may_replace_one_of_its_own_kind(kind: Any) -> None:
    for model in kind.models.values():
        replaced = [relation.kinds for relation in relations_of(model) if relation.field == "menggantikan"]
        assert replaced == ([(kind.slug,)] if issubclass(model, Record) else [])


def test_every_relation_points_to_a_kind_and_has_two_names() -> None:
    for model in RECORDS:
        for relation in relations_of(model):
            assert set(relation.kinds) <= set(KINDS)
            assert relation.forward
            assert relation.inverse


def test_no_relation_is_stored_on_both_sides() -> None:
    """Kind to kind in one direction only: ``menggantikan`` and owners aside, no cycle between two kinds."""
    stored = {
        (slug, target)
        for slug, kind in KINDS.items()
        for model in kind.models.values()
        for relation in relations_of(model)
        for target in relation.kinds
        if slug != target
    }
    assert not {pair for pair in stored if pair[::-1] in stored}


@pytest.mark.parametrize("choice", LISTS, ids=lambda choice: choice.nama)
def test_every_spelling_of_a_list_resolves(choice: Pilihan) -> None:
    for code, label in choice.nilai.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
        assert (choice.find(code), choice.find(label)) == (code, code)
    for spelling, code in choice.alias.items():
        assert choice.find(spelling) == code, f"{spelling} is taken by {choice.find(spelling)}"


def test_lists_have_names_of_their_own() -> None:
    assert [name for name, count in Counter(choice.nama for choice in LISTS).items() if count > 1] == []


UNIONS: dict[str, tuple[Any, int]] = {"infrastruktur": (INFRASTRUKTUR, 12), "keamanan": (KEAMANAN, 7)}


@pytest.mark.parametrize(("slug", "jenis"), [("infrastruktur", JENIS_INFRASTRUKTUR), ("keamanan", JENIS_KEAMANAN)])
def test_a_union_has_one_class_per_jenis(slug: str, jenis: Pilihan) -> None:
    models, count = UNIONS[slug]
    assert len(jenis.nilai) == count
    assert len(set(models.values())) == count + 1
    spellings = {
        **{code: code for code in jenis.nilai},
        **{label: code for code, label in jenis.nilai.items()},
        **jenis.alias,
        **{spelling.upper(): code for spelling, code in jenis.alias.items()},
    }
    for spelling, code in spellings.items():
        raw = {"id": "x", "nama": "X", "jenis": spelling}
        assert KINDS[slug].model_for(raw) is models[code], spelling
        assert models[code].model_validate(raw).model_dump()["jenis"] == code


@pytest.mark.parametrize("slug", UNIONS)
@pytest.mark.parametrize("raw", [{}, {"jenis": None}, {"jenis": "belum diketahui"}, {"jenis": "-"}, {"jenis": ""}])
def test_a_record_without_jenis_is_complete(slug: str, raw: dict[str, object]) -> None:
    models, _ = UNIONS[slug]
    record = {"id": "x", "nama": "X", **raw}
    assert KINDS[slug].model_for(record) is models[None]
    assert models[None].model_validate(record).jenis is None


@pytest.mark.parametrize("slug", UNIONS)
@pytest.mark.parametrize(("written", "rule"), [("entah apa", "nilai-pilihan"), (["server"], "nilai-teks")])
def test_an_unknown_jenis_is_reported_as_a_value(slug: str, written: object, rule: str) -> None:
    raw = {"id": "x", "nama": "X", "jenis": written}
    model = KINDS[slug].model_for(raw)
    assert model is KINDS[slug].models[None]
    with pytest.raises(ValidationError) as failure:
        model.model_validate(raw)
    [error] = failure.value.errors()
    assert (error["loc"], error["type"]) == (("jenis",), rule)
    if rule == "nilai-pilihan":
        jenis = KINDS[slug].jenis
        assert jenis is not None
        assert error["ctx"]["pilihan"] == list(jenis.nilai)


def test_a_spelling_of_jenis_is_noted() -> None:
    notes: list[Note] = []
    Server.model_validate({"id": "x", "nama": "X", "jenis": "SERVER"}, context=notes)
    assert notes == [Note("jenis", "SERVER", "server")]


@pytest.mark.parametrize("raw", [None, [], "teks", 3])
@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_what_is_no_mapping_is_read_by_the_class_without_jenis(kind: Any, raw: object) -> None:
    assert kind.model_for(raw) is kind.models[None]


def test_a_plain_kind_has_one_class_whatever_the_jenis() -> None:
    assert KINDS["data"].model_for({"jenis": "server"}) is KINDS["data"].models[None]


@pytest.mark.parametrize(
    ("models", "base"), [(INFRASTRUKTUR, ObjekInfrastruktur), (KEAMANAN, ObjekKeamanan)], ids=["rai", "rak"]
)
def test_a_class_refuses_the_jenis_of_another(models: Any, base: type[Record]) -> None:
    for code, model in models.items():
        assert issubclass(model, base)
        for other in models:
            if other in (None, code):
                continue
            with pytest.raises(ValidationError) as failure:
                model.model_validate({"id": "x", "nama": "X", "jenis": other})
            assert failure.value.errors()[0]["type"] == "nilai-pilihan"


def test_a_plan_needs_no_jenis_and_cannot_change_it() -> None:
    record = {"id": "x", "nama": "X", "jenis": "server"}
    model = KINDS["infrastruktur"].model_for(record)
    made = model.model_validate({**record, "rencana": {"memori": "128 GB"}})
    assert isinstance(made, Record)
    assert made.planned_fields() == ("memori",)
    with pytest.raises(ValidationError) as failure:
        model.model_validate({**record, "rencana": {"jenis": "komputasi-awan"}})
    assert [(error["loc"], error["type"]) for error in failure.value.errors()] == [
        (("rencana", "jenis"), "nilai-pilihan")
    ]


def test_what_helps_an_attacker_is_never_public() -> None:
    guarded = {
        ("server", "memori"),
        ("server", "perangkat_lunak"),
        ("server", "letak"),
        ("perangkat-lunak-platform", "versi"),
        ("perangkat-lunak-platform", "tipe"),
        ("media-penyimpanan", "kapasitas"),
        ("perangkat-keamanan", "tipe"),
        ("jaringan-intra", "bandwidth"),
        ("pusat-data", "pengamanan"),
        ("pusat-data", "lokasi"),
        ("kerentanan", "uraian"),
        ("kerentanan", "temuan"),
        ("insiden", "uraian"),
        ("audit", "hasil"),
        ("audit", "temuan"),
    }
    classes: dict[str | None, type[Entri]] = {**INFRASTRUKTUR, **KEAMANAN}
    assert {(jenis, name) for jenis, name in guarded if fields_of(classes[jenis])[name].kelas == "publik"} == set()


def test_a_roadmap_entry_is_read_whole() -> None:
    made = PetaRencana.model_validate(
        {
            "id": "integrasi-simpeg",
            "nama": "Integrasi SIMPEG",
            "muatan": "Aplikasi SPBE",
            "mengubah": {"aplikasi": ["simpeg"], "data": "asn"},
            "indikator": "permenpanrb-59-2020/I11",
            "tahun_mulai": "2026",
            "tahun_selesai": 2027,
            "target": {"2026": "rancangan", 2027: "terintegrasi"},
            "anggaran": "Rp350.000.000",
            "status": "sedang berjalan",
        }
    )
    assert (made.muatan, made.status, made.anggaran) == ("aplikasi", "berjalan", 350_000_000)
    assert made.mengubah == {"aplikasi": ("simpeg",), "data": ("asn",)}
    assert made.indikator == ("permenpanrb-59-2020/I11",)
    assert made.target == {2026: "rancangan", 2027: "terintegrasi"}


def test_evidence_is_no_architecture_record() -> None:
    assert not issubclass(Bukti, Record)
    with pytest.raises(ValidationError) as failure:
        Bukti.model_validate({"id": "x", "nama": "X", "referensi": "RAA.01"})
    assert failure.value.errors()[0]["type"] == "extra_forbidden"
