"""The schemas accept what is read, as an editor parses it, and mark what is not."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, Registry, meta

from spbe.model.kinds import KINDS
from spbe.yamlio.forms import IDS
from spbe.yamlio.jsonschema import ids_text, schema_texts, schemas
from support.regions import REGIONS, ROOT

FILES = sorted(path for folder in ("content", "indicators", "architecture") for path in (ROOT / folder).rglob("*.yaml"))


def as_editor(text: str) -> Any:
    """``text`` as a YAML parser with types understands it, made JSON: keys are text, dates as written."""
    return _plain(yaml.safe_load(text))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


KNOWN = {"aplikasi": {"simpeg": "Sistem Kepegawaian"}, "data": {}}
BESIDE = Registry([(IDS, json.loads(ids_text(KNOWN)))])


def as_json(value: Any) -> Any:
    """``value`` as whoever reads a JSON file gets it: every key is text."""
    return json.loads(json.dumps(value))


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    """Of ``schema`` as it lies beside the ids of a region."""
    return Draft202012Validator(schema, registry=BESIDE)


@cache
def whole(name: str) -> Draft202012Validator:
    """Of a file."""
    return validator(as_json(schemas()[name]))


def errors(name: str, text: str, read: Callable[[str], Any] = as_editor) -> list[str]:
    return [f"{error.instance_path}: {error.message}" for error in whole(name).iter_errors(read(text))]


@pytest.mark.parametrize("name", schemas())
def test_every_schema_is_a_schema(name: str) -> None:
    meta.validate(schemas()[name])


def faults_of(path: Path) -> list[str]:
    """What the schema that the file at ``path`` names has against it."""
    text = path.read_text("utf-8")
    schema = Path(os.path.normpath(path.parent / text.splitlines()[0].partition("$schema=")[2]))
    return errors(schema.stem, text) if schema.parent == ROOT / "skema" else [f"{schema} is no schema of ours"]


def test_every_file_of_the_sample_validates_against_the_schema_it_names() -> None:
    assert len(FILES) > 500
    assert {path.relative_to(ROOT).as_posix(): found for path in FILES if (found := faults_of(path))} == {}


@pytest.mark.parametrize("name", ["bandar-lampung", "madiun"])
def test_real_assessments_validate(name: str) -> None:
    for path in sorted((REGIONS[name] / "indicators").rglob("*.yaml")):
        assert errors(path.stem, path.read_text("utf-8")) == []


def test_shipped_instruments_validate() -> None:
    for path in sorted((ROOT / "generator/spbe/standards/data/instrumen").glob("*.yaml")):
        assert errors("instrumen", path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("perangkat-daerah", "id: x\nnama: X\nkode: 031101\ntag: 2.60\nakun_git: tidak ada\nsejak: 2019\n"),
        (
            "perangkat-daerah",
            "id: 2025\nnama: 2025\ninduk: belum diketahui\nurusan:\nsitus: []\n".replace("situs: []\n", ""),
        ),
        ("aplikasi", "- {id: a, nama: A}\n- {id: b, nama: B, layanan: satu, integrasi: tidak ada}\n"),
        ("aplikasi", "id: a\nnama: A\nrencana: {sejak: 2027, infrastruktur: [awan]}\n"),
        ("infrastruktur", "id: a\nnama: A\n"),
        ("infrastruktur", "id: a\nnama: A\njenis: belum diketahui\n"),
        ("infrastruktur", "id: a\nnama: A\njenis: server\nmemori: 64 GB\nrencana: {memori: 128}\n"),
        ("keamanan", "id: a\nnama: A\njenis: audit\nmelindungi: {data: x, aplikasi: [y], infrastruktur: tidak ada}\n"),
        ("keamanan", "id: a\nnama: A\nmelindungi: []\n"),
        ("peta-rencana", "id: a\nnama: A\ntarget: {2026: satu, 2027: 2}\nanggaran: 350000000\n"),
        ("bukti", f"id: a\nnama: A\nsha256: {'1' * 64}\ntanggal: 2022-03-14\nberlaku_sampai: 2026-12\n"),
        ("nilai", "I1: {akhir: 2}\nI35.1: {mandiri: 2.60, interviu: 3}\n"),
        ("jawaban", "nilai: {mandiri: 3}\nbukti: perbup\n"),
        ("penilaian", "tahun: 2025\ninstrumen: permenpanrb-59-2020\nhasil_resmi: {indeks: 2.15, domain: {D1: 2}}\n"),
        ("profil", "nama: X\ncontoh: ya\nkontak: belum diketahui\n"),
    ],
)
def test_what_is_read_is_accepted(name: str, text: str) -> None:
    assert errors(name, text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("aplikasi", "nama: A\n"),
        ("aplikasi", "id: a\nnama:\n"),
        ("aplikasi", "id: A b\nnama: A\n"),
        ("aplikasi", "id: a\nnama: A\nnamaa: x\n"),
        ("aplikasi", "id: a\nnama: A\njenis: aneh\n"),
        ("aplikasi", "id: a\nnama: A\nditinjau: 14 Maret 2022\n"),
        ("aplikasi", "id: a\nnama: A\ntautan: www.contoh.id\n"),
        ("aplikasi", "id: a\nnama: A\nrencana: {id: b}\n"),
        ("aplikasi", "id: a\nnama: A\nintegrasi: [{arah: menerima}]\n"),
        ("aplikasi", "[{nama: A}]\n"),
        ("infrastruktur", "id: a\nnama: A\njenis: servr\n"),
        ("infrastruktur", "id: a\nnama: A\nmemori: 64 GB\n"),
        ("infrastruktur", "id: a\nnama: A\njenis: splp\nmemori: 64 GB\n"),
        ("keamanan", "id: a\nnama: A\nmelindungi: {apliksi: [x]}\n"),
        ("keamanan", "id: a\nnama: A\njenis: audit\nrencana: {peserta: 3}\n"),
        ("nilai", "I1: 3\n"),
        ("nilai", "I1: {akhr: 3}\n"),
        ("penilaian", "instrumen: x\n"),
        ("profil", "- nama: X\n"),
    ],
)
def test_what_is_refused_is_marked(name: str, text: str) -> None:
    assert errors(name, text) != []


def properties_of(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    objects = [schema, *schema.get("$defs", {}).values()]
    return [pair for one in objects for pair in one.get("properties", {}).items() if "$ref" not in pair[1]]


@pytest.mark.parametrize("name", schemas())
def test_every_field_is_explained_and_its_examples_are_valid(name: str) -> None:
    schema = as_json(schemas()[name])
    for field, described in properties_of(schema):
        assert described["title"], field
        assert described["description"], field
        rooted = {**described, "$defs": schema.get("$defs", {})}
        for example in described.get("examples", ()):
            assert validator(rooted).is_valid(example), (field, example)


@pytest.mark.parametrize("name", schemas())
def test_objects_are_closed_and_no_internal_key_remains(name: str) -> None:
    text = schema_texts()[f"{name}.json"]
    assert '"x-' not in text
    for part in [schemas()[name], *schemas()[name].get("$defs", {}).values()]:
        if "properties" in part and "allOf" not in part:
            assert part["additionalProperties"] is False


def test_every_reference_inside_a_schema_leads_somewhere() -> None:
    for schema in schemas().values():
        for reference in _references(schema):
            file, _hash, place = reference.partition("#/")
            assert file in {"", IDS}
            part: Any = json.loads(ids_text(KNOWN)) if file else schema
            for step in place.split("/"):
                part = part[step]


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [found for inner in value.values() for found in _references(inner)]
    return [found for inner in value for found in _references(inner)] if isinstance(value, list) else []


def test_choices_are_listed_with_their_labels() -> None:
    choice = schemas()["aplikasi"]["$defs"]["Aplikasi"]["properties"]["jenis"]

    offered = choice["anyOf"][0]
    assert offered["enum"] == ["umum", "pusat", "khusus", "lainnya", None, "belum diketahui", "tidak ada"]
    assert offered["enumDescriptions"][:3] == ["Aplikasi umum", "Aplikasi instansi pusat", "Aplikasi khusus"]
    assert offered["errorMessage"] == "Pilih salah satu: umum, pusat, khusus, lainnya."


def test_every_jenis_of_a_union_has_its_branch() -> None:
    for kind in KINDS.values():
        if kind.jenis is not None:
            branches = schemas()[kind.slug]["$defs"]["Catatan"]["allOf"]
            assert len(branches) == len(kind.models)


def test_the_text_is_the_same_every_time() -> None:
    assert schema_texts() == schema_texts()
    assert all(json.loads(text)["$schema"].endswith("2020-12/schema") for text in schema_texts().values())
