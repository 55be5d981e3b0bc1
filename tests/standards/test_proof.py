"""Each way in which an instrument can be wrong, made from a right one by one change."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from spbe.standards.findings import Finding
from spbe.standards.instruments import load_instrument, prove
from spbe.standards.resources import read_yaml


def findings(name: str, change: Callable[[Any], object]) -> list[Finding]:
    """What the proof says of the shipped instrument ``name`` after ``change`` was made to its parsed file."""
    raw = read_yaml(f"instrumen/{name}.yaml")
    change(raw)
    return prove(load_instrument(raw))


def spbe(change: Callable[[Any], object]) -> list[Finding]:
    return findings("permenpanrb-59-2020", change)


def pemdi(change: Callable[[Any], object]) -> list[Finding]:
    return findings("permenpanrb-8-2026", change)


def put(*path: str | int, value: object) -> Callable[[Any], object]:
    """A change that writes ``value`` at ``path``."""

    def change(raw: Any) -> None:
        for key in path[:-1]:
            raw = raw[key]
        raw[path[-1]] = value

    return change


def test_unchanged_instruments_are_right() -> None:
    assert spbe(lambda raw: raw) == []
    assert pemdi(lambda raw: raw) == []


def test_bobot_of_an_indicator_disagrees_with_its_aspect_and_the_whole() -> None:
    assert spbe(put("domain", 3, "aspek", 1, "indikator", 0, "bobot", value="3.50")) == [
        Finding(
            "instrumen-bobot",
            ("domain", 3, "aspek", 1, "bobot"),
            {"lapis": "aspek", "kode": "A8", "jumlah": "18.5", "harus": "18"},
        ),
        Finding(
            "instrumen-bobot",
            ("domain",),
            {"lapis": "instrumen", "kode": "permenpanrb-59-2020", "jumlah": "100.5", "harus": "100"},
        ),
    ]


def test_bobot_of_an_aspect_disagrees_with_its_indicators_and_its_domain() -> None:
    found = spbe(put("domain", 1, "aspek", 0, "bobot", value="11"))
    assert [(finding.path, finding.params["lapis"]) for finding in found] == [
        (("domain", 1, "aspek", 0, "bobot"), "aspek"),
        (("domain", 1, "bobot"), "domain"),
    ]


def test_bobot_of_a_domain_disagrees_with_its_aspects() -> None:
    found = spbe(put("domain", 0, "bobot", value="17"))
    assert [(f.rule, f.path, f.params["jumlah"], f.params["harus"]) for f in found] == [
        ("instrumen-bobot", ("domain", 0, "bobot"), "13", "17")
    ]


def test_bobot_must_be_exact_to_the_last_digit() -> None:
    found = findings("permenpanrb-5-2018", put("domain", 2, "aspek", 1, "indikator", 0, "bobot", value="3.333333333"))
    assert [finding.path for finding in found] == [("domain", 2, "aspek", 1, "bobot"), ("domain",)]


def test_bobot_zero_is_refused_even_where_sums_agree() -> None:
    def change(raw: Any) -> None:
        raw["aspek"][0]["indikator"][0]["bobot"] = "0"
        raw["aspek"][0]["indikator"][1]["bobot"] = "10"

    assert pemdi(change) == [
        Finding(
            "instrumen-bobot",
            ("aspek", 0, "indikator", 0, "bobot"),
            {"lapis": "indikator", "kode": "I1", "jumlah": "0", "harus": "> 0"},
        )
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (("domain", 1, "kode"), "D1"),
        (("domain", 3, "aspek", 1, "kode"), "A7"),
        (("domain", 0, "aspek", 0, "indikator", 9, "kode"), "I1"),
        (("tingkat", "proses", 4, "nilai"), "4"),
        (("predikat", 2, "nama"), "Memuaskan"),
    ],
    ids=["domain", "aspek", "indikator", "tingkat", "predikat"],
)
def test_kode_ganda(path: tuple[str | int, ...], code: str) -> None:
    """Criteria of the level that was overwritten are then without level, which is another finding."""
    found = [finding for finding in spbe(put(*path, value=code)) if finding.rule != "instrumen-kriteria"]
    assert found == [Finding("instrumen-kode-ganda", path, {"kode": code})]


@pytest.mark.parametrize(
    ("change", "path", "params"),
    [
        (
            put("predikat", 2, "atas", value="3.4"),
            ("predikat", 2, "atas"),
            {"nama": "Baik", "tertulis": "3.4", "harus": "3.5"},
        ),
        (
            put("predikat", 2, "atas", value="3.6"),
            ("predikat", 2, "atas"),
            {"nama": "Baik", "tertulis": "3.6", "harus": "3.5"},
        ),
        (
            put("skala", "maksimum", value="6"),
            ("predikat", 0, "atas"),
            {"nama": "Memuaskan", "tertulis": "5", "harus": "6"},
        ),
        (
            put("predikat", 0, "atas_termasuk", value="tidak"),
            ("predikat", 0, "atas_termasuk"),
            {"nama": "Memuaskan", "tertulis": "tidak", "harus": "ya"},
        ),
        (
            put("predikat", 3, "atas_termasuk", value="ya"),
            ("predikat", 3, "atas_termasuk"),
            {"nama": "Cukup", "tertulis": "ya", "harus": "tidak"},
        ),
        (
            put("predikat", 4, "bawah", value="1.2"),
            ("predikat", 4, "bawah"),
            {"nama": "Kurang", "tertulis": "1.2", "harus": "1"},
        ),
        (
            put("predikat", 4, "bawah", value="1.5"),
            ("predikat", 4, "bawah"),
            {"nama": "Kurang", "tertulis": "1.5", "harus": "< 1.5"},
        ),
        (
            lambda raw: raw["predikat"][1].pop("bawah"),
            ("predikat", 2, "atas"),
            {"nama": "Baik", "tertulis": "3.5", "harus": "–"},
        ),
    ],
    ids=["gap", "overlap", "top", "top-excluded", "upper-included", "bottom", "ascending", "open-in-the-middle"],
)
def test_predikat(change: Callable[[Any], object], path: tuple[str | int, ...], params: dict[str, str]) -> None:
    assert Finding("instrumen-predikat", path, params) in pemdi(change)


def test_predikat_missing_at_the_bottom() -> None:
    assert [finding.path for finding in pemdi(lambda raw: raw["predikat"].pop())] == [("predikat", 3, "bawah")]


def test_kriteria_of_a_level_that_does_not_exist() -> None:
    path = ("domain", 0, "aspek", 0, "indikator", 0, "kriteria", "6")
    assert spbe(put(*path, value="Lebih dari optimum.")) == [
        Finding("instrumen-kriteria", path, {"kode": "I1", "nama": "6", "harus": "1, 2, 3, 4, 5"})
    ]


def test_kriteria_may_be_given_where_no_level_is_named() -> None:
    path = ("aspek", 0, "indikator", 0, "kriteria")
    assert pemdi(put(*path, value={"1": "Ada.", "5": "Unggul."})) == []
    assert [finding.path for finding in pemdi(put(*path, value={"0": "Tidak ada sama sekali."}))] == [(*path, "0")]


def test_kriteria_pattern_that_does_not_exist() -> None:
    path = ("domain", 0, "aspek", 0, "indikator", 0, "pola")
    found = findings("permenpanrb-5-2018", put(*path, value="kebijaksanaan"))
    params = {"kode": "I1", "nama": "kebijaksanaan", "harus": "kebijakan, tata_kelola, layanan"}
    assert found == [Finding("instrumen-kriteria", path, params)]


def test_kriteria_pattern_for_a_level_that_does_not_exist() -> None:
    path = ("pola_kriteria", "layanan", "6")
    found = findings("permenpanrb-5-2018", put(*path, value="Lebih dari optimal."))
    assert [(finding.rule, finding.path) for finding in found] == [("instrumen-kriteria", path)]


def test_kriteria_level_outside_the_scale() -> None:
    found = findings("permenpanrb-5-2018", put("skala", "minimum", value="1"))
    assert {finding.rule for finding in found} == {"instrumen-kriteria"}
    assert ("tingkat", "proses", 0, "nilai") in {finding.path for finding in found}


def test_kriteria_scale_that_is_not_described() -> None:
    found = spbe(lambda raw: raw["tingkat"].pop("layanan"))
    assert found == [
        Finding(
            "instrumen-kriteria",
            ("domain", 3, "kapabilitas"),
            {"kode": "D4", "nama": "layanan", "harus": "proses"},
        )
    ]


def test_kriteria_scale_of_an_aspect() -> None:
    def change(raw: Any) -> None:
        raw["tingkat"] = {"proses": [{"nilai": "1", "nama": "Ada"}, {"nilai": "3", "nama": "Baik"}]}
        raw["aspek"][0]["kapabilitas"] = "proses"
        raw["aspek"][0]["indikator"][0]["kriteria"] = {"3": "Baik.", "4": "Lebih baik."}

    assert [finding.path for finding in pemdi(change)] == [("aspek", 0, "indikator", 0, "kriteria", "4")]


def test_lapis_both() -> None:
    found = spbe(lambda raw: raw.update(aspek=raw["domain"][0]["aspek"]))
    assert found == [Finding("instrumen-lapis", ("aspek",), {"tertulis": "domain, aspek"})]


def test_lapis_neither() -> None:
    assert pemdi(lambda raw: raw.pop("aspek")) == [Finding("instrumen-lapis", (), {"tertulis": ""})]


def test_another_shape_is_refused_with_its_place() -> None:
    with pytest.raises(ValidationError) as refused:
        spbe(put("domain", 0, "aspek", 0, "indikator", 0, "bobot", value="1,3 persen"))
    assert [(e["type"], e["loc"]) for e in refused.value.errors()] == [
        ("nilai-bobot", ("domain", 0, "aspek", 0, "indikator", 0, "bobot"))
    ]
