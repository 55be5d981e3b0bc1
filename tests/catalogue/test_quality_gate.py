"""The ratchet: data may not become worse than the region says, and time alone never makes it worse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from spbe.catalogue.quality_gate import AGEING, measured, tightened, with_broken_limits
from spbe.catalogue.shortcomings import TITLES, shortcomings
from spbe.i18n import speaking
from spbe.model.kualitas import Kualitas
from spbe.problems import Problem
from support.regions import ROOT, open_fast

DAY = date(2026, 4, 1)
APP = "architecture/aplikasi/simpeg.yaml"


def limits(root: Path, text: str) -> None:
    (root / "architecture/kualitas.yaml").write_text(text, "utf-8")


def found(root: Path) -> list[Problem]:
    return list(with_broken_limits(open_fast(root, DAY)).problems)


def shares(root: Path) -> dict[str, tuple[int, int]]:
    return dict(measured(open_fast(root, DAY).region).shares)


def add(root: Path, name: str, text: str) -> None:
    (root / f"architecture/aplikasi/{name}.yaml").write_text(f"id: {name}\nnama: {name}\n{text}", "utf-8")


def test_without_a_file_nothing_is_held(minimal: Path) -> None:
    assert found(minimal) == []


def test_data_as_good_as_its_limits_has_no_problem(minimal: Path) -> None:
    part, whole = shares(minimal)["aplikasi"]
    limits(minimal, f"kelengkapan:\n  aplikasi: {part}/{whole}\ntemuan:\n  tanpa-pemilik: 0\n")
    assert found(minimal) == []


def test_a_lower_share_is_an_error_at_its_limit_with_before_after_and_the_way_out(minimal: Path) -> None:
    part, whole = shares(minimal)["aplikasi"]
    limits(minimal, f"# batas kami\nkelengkapan:\n  layanan: 0/1\n  aplikasi: {part}/{whole}\n")
    add(minimal, "kosong", "")
    [problem] = found(minimal)
    now = shares(minimal)["aplikasi"]
    assert (problem.rule, problem.severity) == ("kualitas-turun", "error")
    assert (problem.file, problem.line, problem.column) == ("architecture/kualitas.yaml", 4, 13)
    assert f"{part}/{whole} (" in problem.message
    assert f"{now[0]}/{now[1]} (" in problem.message
    assert "architecture/aplikasi/kosong.yaml" in problem.hint
    assert "--longgarkan" in problem.hint


def test_the_number_of_fields_that_it_asks_for_is_just_enough(minimal: Path) -> None:
    """So many more answered fields of the same kind meet the limit, one less does not."""
    limits(minimal, "kelengkapan:\n  aplikasi: 1/2\n")
    [problem] = found(minimal)
    part, whole = shares(minimal)["aplikasi"]
    missing = int(problem.hint.split("paling sedikit ")[1].split(" ")[0])
    assert 2 * (part + missing) >= whole > 2 * (part + missing - 1)


def test_an_unknown_answer_is_an_answer(minimal: Path) -> None:
    part, whole = shares(minimal)["aplikasi"]
    limits(minimal, f"kelengkapan: {{aplikasi: {part + 1}/{whole}}}\n")
    assert [problem.rule for problem in found(minimal)] == ["kualitas-turun"]
    path = minimal / APP
    path.write_text(path.read_text("utf-8") + "fungsi: belum diketahui\n", "utf-8")
    assert found(minimal) == []


def test_a_new_record_as_complete_as_the_others_does_not_break_the_limit(minimal: Path) -> None:
    part, whole = shares(minimal)["aplikasi"]
    limits(minimal, f"kelengkapan: {{aplikasi: {part}/{whole}}}\n")
    text = (minimal / APP).read_text("utf-8").split("\n", 2)[2]
    add(minimal, "kembar", text)
    assert shares(minimal)["aplikasi"] == (2 * part, 2 * whole)
    assert found(minimal) == []


def test_more_records_with_a_finding_are_an_error_that_names_their_files(minimal: Path) -> None:
    limits(minimal, "temuan:\n  tanpa-pemilik: 1\n")
    add(minimal, "satu", "")
    assert found(minimal) == []
    add(minimal, "dua", "")
    [problem] = found(minimal)
    assert (problem.rule, problem.severity, problem.line, problem.column) == ("kualitas-temuan", "error", 2, 18)
    assert "dari 1 menjadi 2" in problem.message
    assert {f"architecture/aplikasi/{name}.yaml" in problem.hint for name in ("satu", "dua")} == {True}


def test_a_name_that_nothing_has_is_an_error_with_the_one_that_was_meant(minimal: Path) -> None:
    limits(minimal, "kelengkapan:\n  aplikas: 1/2\ntemuan:\n  tanpa-pemilk: 0\n  ditinjau-lama: 0\n")
    problems = found(minimal)
    assert [(one.rule, one.line, one.column) for one in problems] == [
        ("kualitas-tak-dikenal", 2, 3),
        ("kualitas-tak-dikenal", 4, 3),
        ("kualitas-tak-dikenal", 5, 3),
    ]
    assert "Maksud Anda `aplikasi`?" in problems[0].message
    assert "Maksud Anda `tanpa-pemilik`?" in problems[1].message


def test_data_with_errors_is_not_measured(minimal: Path) -> None:
    limits(minimal, "kelengkapan:\n  aplikasi: 1/1\n")
    add(minimal, "salah", "metode: sihir\n")
    assert "kualitas-turun" not in {problem.rule for problem in found(minimal)}


def test_words_are_in_the_language_in_force(minimal: Path) -> None:
    limits(minimal, "kelengkapan:\n  aplikasi: 1/1\n")
    with speaking("en"):
        [problem] = found(minimal)
    assert "," not in problem.message.split("(")[-1]


@pytest.mark.parametrize("years", [1, 3, 20])
def test_time_alone_makes_nothing_worse(years: int) -> None:
    """Every shortcoming that grows when only the calendar moves is one without a limit."""
    region = open_fast(ROOT, DAY).region
    now, later = measured(region), measured(replace(region, date=DAY.replace(year=DAY.year + years)))
    assert later.shares == now.shares
    for name, nodes in now.found.items():
        assert set(later.found[name]) <= set(nodes), name


def test_only_what_ages_has_no_limit() -> None:
    region = open_fast(ROOT, DAY).region
    late = replace(region, date=DAY.replace(year=2060))
    then = {one.id: len(one.nodes) for one in shortcomings(late)}
    now = {one.id: len(one.nodes) for one in shortcomings(region)}
    assert {name for name in TITLES if then.get(name, 0) > now.get(name, 0)} == AGEING


def test_limits_become_tighter_and_looser_only_when_that_is_asked(minimal: Path) -> None:
    add(minimal, "tanpa", "")
    now = measured(open_fast(minimal, DAY).region)
    part, whole = now.shares["aplikasi"]
    loose = Kualitas.model_validate({"kelengkapan": {"aplikasi": "0/7"}, "temuan": {"tanpa-pemilik": "9"}})
    tight = Kualitas.model_validate({"kelengkapan": {"aplikasi": "7/7"}, "temuan": {"tanpa-pemilik": "0"}})
    written = {("kelengkapan", "aplikasi"): f"{part}/{whole}", ("temuan", "tanpa-pemilik"): "1"}
    assert tightened(loose, now, loosen=False) == written
    assert tightened(tight, now, loosen=False) == {}
    assert tightened(tight, now, loosen=True) == written


def test_the_same_share_in_other_numbers_is_left_as_it_is(minimal: Path) -> None:
    now = measured(open_fast(minimal, DAY).region)
    part, whole = now.shares["aplikasi"]
    same = Kualitas.model_validate({"kelengkapan": {"aplikasi": f"{3 * part}/{3 * whole}"}})
    assert tightened(same, now, loosen=True) == {}
