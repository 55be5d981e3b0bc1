"""Both sides on one footing: renames, mergers, what cannot be read, and what is hidden at the newer side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.differences import Difference, difference_between
from spbe.differences.things import ONCE
from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.region import Node, Region
from spbe.sources.folder import FolderSource
from spbe.sources.laid_over import LaidOver
from support.regions import ROOT, copy_region

DAY = date(2026, 4, 1)

Files = Mapping[str, str | None]
Told = Callable[..., Difference]

APPS = "architecture/aplikasi"
OFFICES = "architecture/perangkat-daerah"


@pytest.fixture
def told(minimal: Path) -> Told:
    """The difference between the smallest region with the files ``older`` and with those of ``newer``."""

    def difference(older: Files, newer: Files, audience: Audience = PUBLIC) -> Difference:
        base = FolderSource(minimal)
        made = {**older, **newer}
        sides = [
            open_region(
                LaidOver(base, {name: None if one is None else one.encode() for name, one in files.items()}), DAY
            )
            for files in (older, made)
        ]
        return difference_between(*sides, audience)

    return difference


def office(name: str, **more: str) -> str:
    """A record of an office."""
    return "".join(f"{key}: {value}\n" for key, value in {"id": name, "nama": f"Dinas {name}", **more}.items())


def app(name: str, **more: str) -> str:
    """A record of an application."""
    return "".join(f"{key}: {value}\n" for key, value in {"id": name, "nama": f"Aplikasi {name}", **more}.items())


def test_two_offices_that_merge_are_a_merger_and_no_deletion(told: Told) -> None:
    older = {f"{OFFICES}/satu.yaml": office("satu"), f"{OFFICES}/dua.yaml": office("dua")}
    newer = {f"{OFFICES}/satu.yaml": None, f"{OFFICES}/dua.yaml": office("dua", dahulu="[satu]")}
    records = told(older, newer).records
    assert [(one.former.id, one.node.id, one.merged) for one in records.renamed] == [("satu", "dua", True)]
    assert records.removed == records.added == ()


def test_a_new_office_that_takes_the_place_of_two(told: Told) -> None:
    older = {f"{OFFICES}/satu.yaml": office("satu"), f"{OFFICES}/dua.yaml": office("dua")}
    newer = dict.fromkeys(older) | {f"{OFFICES}/tiga.yaml": office("tiga", dahulu="[satu, dua]")}
    records = told(older, newer).records
    assert {(one.former.id, one.node.id) for one in records.renamed} == {("satu", "tiga"), ("dua", "tiga")}
    assert records.removed == records.added == ()


def test_whoever_names_a_renamed_record_did_not_change(told: Told) -> None:
    older = {f"{APPS}/x.yaml": app("x", perangkat_daerah="satu"), f"{OFFICES}/satu.yaml": office("satu")}
    renamed = {f"{OFFICES}/satu.yaml": None, f"{OFFICES}/baru.yaml": office("satu", id="baru", dahulu="[satu]")}
    for more in ({}, {f"{APPS}/x.yaml": app("x", perangkat_daerah="baru")}):
        difference = told(older, renamed | more)
        assert difference.records.changed == ()
        assert difference.relations.added == difference.relations.removed == ()


def test_what_hangs_on_an_unreadable_record_is_not_told_as_gone(told: Told) -> None:
    difference = told({}, {"architecture/layanan/kepegawaian.yaml": "id: kepegawaian\nnama: [\n"}, INTERNAL)
    assert difference.records.unreadable == {Node("layanan", "kepegawaian"): "after"}
    assert difference.records.touched == ()
    assert difference.relations.removed == difference.relations.broken == ()
    assert difference.impact == ()


def test_a_record_with_an_error_is_unreadable_too(told: Told) -> None:
    difference = told({}, {f"{APPS}/simpeg.yaml": app("simpeg", tahun_dibangun="dulu")}, INTERNAL)
    assert difference.records.unreadable == {Node("aplikasi", "simpeg"): "after"}
    assert difference.records.touched == ()


def test_unreadable_values_leave_the_index_as_it_was(told: Told) -> None:
    values = {"indicators/2025/nilai.yaml": "I1: {mandiri: 2}\nI2: {mandiri: 4}\n"}
    difference = told(values, {"indicators/2025/nilai.yaml": "I1: {mandiri: 2}\nI2: {mandiri: [\n"})
    assert difference.figures == ()
    assert difference.records.unreadable == {Node("nilai", "2025"): "after"}


@pytest.mark.parametrize("name", ["penilaian", "I11"])
def test_an_unreadable_head_or_answer_leaves_the_index_as_it_was(told: Told, name: str) -> None:
    difference = told({}, {f"indicators/2025/{name}.yaml": "publikasi: {status: terbit}\nrusak: [\n"})
    assert difference.figures == ()
    assert difference.records.removed == ()


@pytest.mark.parametrize("value", ["9", "2.5"])
def test_a_value_that_no_index_can_be_made_of_counts_as_unreadable(told: Told, value: str) -> None:
    answer = told({}, {"indicators/2025/I11.yaml": f"perangkat_daerah: diskominfo\nnilai: {{mandiri: {value}}}\n"})
    given = {"indicators/2025/nilai.yaml": "I1: {mandiri: 2}\n"}
    line = told(given, {"indicators/2025/nilai.yaml": f"I1: {{mandiri: {value}}}\n"})

    assert answer.figures == line.figures == ()
    assert answer.records.unreadable == {Node("jawaban", "2025/I11"): "after"}
    assert line.records.unreadable == {Node("nilai", "2025/I1"): "after"}
    assert len(answer.problems.new) == len(line.problems.new) == 1


def test_an_unreadable_file_that_says_it_is_closed_is_withheld(told: Told) -> None:
    newer = {f"{APPS}/simpeg.yaml": "id: simpeg\nnama: [\nklasifikasi: tertutup\n"}
    assert told({}, newer).records.unreadable == {}
    assert list(told({}, newer, INTERNAL).records.unreadable) == [Node("aplikasi", "simpeg")]


def test_a_record_that_comes_to_light_is_added(told: Told) -> None:
    older = {f"{APPS}/x.yaml": app("x", klasifikasi="tertutup")}
    difference = told(older, {f"{APPS}/x.yaml": app("x")})
    assert difference.records.added == (Node("aplikasi", "x"),)


def test_the_former_id_of_a_record_that_is_closed_now_is_withheld(told: Told) -> None:
    newer = {f"{APPS}/x.yaml": None, f"{APPS}/y.yaml": app("y", dahulu="[x]", klasifikasi="tertutup")}
    assert not told({f"{APPS}/x.yaml": app("x")}, newer)


def test_what_was_merged_into_a_record_that_is_closed_now_is_withheld(told: Told) -> None:
    older = {f"{APPS}/x.yaml": app("x"), f"{APPS}/y.yaml": app("y")}
    newer = {f"{APPS}/x.yaml": None, f"{APPS}/y.yaml": app("y", dahulu="[x]", klasifikasi="tertutup")}
    assert not told(older, newer)


def test_an_office_no_longer_hears_what_it_gave_away(told: Told) -> None:
    """The field is the owner's alone; the newer side has another owner."""
    older = {
        f"{OFFICES}/lain.yaml": office("lain"),
        f"{APPS}/x.yaml": app("x", perangkat_daerah="diskominfo", pengelola="Seksi Rahasia"),
    }
    newer = {f"{APPS}/x.yaml": app("x", perangkat_daerah="lain", pengelola="Seksi Lain")}
    (changed,) = told(older, newer, Audience("opd", "diskominfo")).records.changed
    assert [field.path for field in changed.fields] == [("perangkat_daerah",)]


def test_a_draft_is_withheld_from_the_public_alone(told: Told) -> None:
    head = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {status: draf}\n"
    newer = {"indicators/2025/penilaian.yaml": head}
    assert not told({}, newer)
    assert told({}, newer, INTERNAL).records.changed[0].node == Node("penilaian", "2025")


def test_problems_are_matched_without_their_lines(told: Told) -> None:
    older = {f"{APPS}/x.yaml": app("x", layanan="[tak-ada]")}
    moved = {f"{APPS}/x.yaml": "# Baris baru.\n\n" + app("x", layanan="[kepegawaian, tak-ada]")}
    problems = told(older, moved, INTERNAL).problems
    assert problems.new == problems.fixed == ()
    mended = told(older, {f"{APPS}/x.yaml": app("x", layanan="[kepegawaian]")}, INTERNAL).problems
    assert [one.problem.rule for one in mended.fixed] == ["rujukan-putus"]


def test_every_part_of_a_region_is_told() -> None:
    """A new one must be told too; the last four follow from records, or are told with them, or are an input."""
    told = {*ONCE.values(), "records", "assessments", "instruments", "reference"}
    assert set(Region.__dataclass_fields__) == told | {"relations", "files", "renamed", "date"}


def test_weights_of_an_own_instrument_move_the_index_by_exact_shares(tmp_path: Path) -> None:
    """By hand: 40, 20 and 40 per cent become 30, 30 and 40.

    Levels 3, 5, 2 gave 3.00 and give 3.20: I1 carries -10 % of 3 - 3, I2 +10 % of 5 - 3. Levels 3, 4, 2 gave 2.80 and
    give 2.90: I1 carries -10 % of 3 - 2.8, I2 +10 % of 4 - 2.8.
    """
    sides = [copy_region(ROOT / "tests" / "data" / "own-instrument", tmp_path / name) for name in ("lama", "baru")]
    path = sides[1] / "indicators/instrumen/uji-daerah.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("bobot: 40, kriteria", "bobot: 30, kriteria").replace("bobot: 20}", "bobot: 30}"))
    difference = difference_between(*(open_region(root, DAY) for root in sides))
    figures = {one.tahap: one for one in difference.figures}
    told = {
        stage: (one.before["indeks"], one.after["indeks"]) for stage, one in figures.items() if one.before and one.after
    }
    assert told == {"mandiri": ("3.00", "3.20"), "akhir": ("2.80", "2.90")}
    shares = {stage: [(one.indikator.kode, one.share) for one in found.causes] for stage, found in figures.items()}
    assert shares == {
        "mandiri": [("I1", Fraction(0)), ("I2", Fraction("0.2"))],
        "akhir": [("I1", Fraction("-0.02")), ("I2", Fraction("0.12"))],
    }
    (changed,) = difference.records.changed
    assert changed.node == Node("instrumen", "uji-daerah")
    assert [field.path for field in changed.fields] == [
        ("aspek", "A1", "indikator", "I1", "bobot"),
        ("aspek", "A1", "indikator", "I2", "bobot"),
    ]
