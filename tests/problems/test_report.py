"""The forms of a report are promises: editors, programs and pull requests read them."""

from __future__ import annotations

import json
import re

import pytest

from spbe.i18n import speaking
from spbe.problems import RULES, Problem, counts, sort_problems
from spbe.problems.report import FORMATS, github_report, json_report, text_report

KEYS = ["rule", "severity", "file", "line", "column", "key", "message", "hint"]

PLACED = RULES["nilai-tanggal"].at("architecture/aplikasi/a.yaml", 3, 7, "sejak", tulisan="besok", maksud="")
WHOLE = RULES["profil-tak-ada"].at("content/profil.yaml", maksud="")
WARNING = RULES["berkas-bukan-yaml"].at("a.txt", nama="a.txt", saran="Ganti.")
INFO = RULES["ejaan"].at("b.yaml", 1, 2, "lisensi", tulisan="open source", arti="sumber-terbuka")


def test_text_is_a_line_that_editors_understand_and_a_way_out() -> None:
    assert text_report([PLACED]).split("\n") == [
        "architecture/aplikasi/a.yaml:3:7: kesalahan: `besok` bukan tanggal yang dikenal. [nilai-tanggal]",
        "    → Tulis 2025, 2025-03, atau 2025-03-31 (tahun-bulan-hari).",
        "1 kesalahan, 0 peringatan, 0 info.",
    ]


def test_a_problem_of_a_whole_file_has_no_line_in_text() -> None:
    assert text_report([WHOLE]).startswith("content/profil.yaml: kesalahan: Berkas content/profil.yaml tidak ada.")


def test_severities_have_words_and_are_counted() -> None:
    said = text_report([PLACED, WARNING, INFO])
    assert re.findall(r": (kesalahan|peringatan|info): ", said) == ["kesalahan", "peringatan", "info"]
    assert said.endswith("1 kesalahan, 1 peringatan, 1 info.")
    counted = text_report([PLACED, WARNING, INFO], everything=False)
    assert counted.endswith("1 kesalahan, 1 peringatan, 1 info. Info tampil dengan `spbe check --semua`.")


def test_no_problem_is_said_too() -> None:
    assert text_report([]) == "Tidak ada masalah."
    assert json.loads(json_report([])) == {"problems": [], "counts": {"error": 0, "warning": 0, "info": 0}}
    assert github_report([]) == ""


def test_json_has_exactly_the_promised_keys() -> None:
    report = json.loads(json_report([PLACED, WHOLE, WARNING, INFO]))
    assert list(report) == ["problems", "counts"]
    assert report["counts"] == {"error": 2, "warning": 1, "info": 1}
    assert all(list(problem) == KEYS for problem in report["problems"])
    assert report["problems"][0] == {
        "rule": "nilai-tanggal",
        "severity": "error",
        "file": "architecture/aplikasi/a.yaml",
        "line": 3,
        "column": 7,
        "key": "sejak",
        "message": "`besok` bukan tanggal yang dikenal.",
        "hint": "Tulis 2025, 2025-03, atau 2025-03-31 (tahun-bulan-hari).",
    }
    assert (report["problems"][1]["line"], report["problems"][1]["column"]) == (None, None)


def test_json_keeps_letters_readable() -> None:
    assert "kafé" in json_report([RULES["nilai-tanggal"].at("a.yaml", 1, 1, tulisan="kafé", maksud="")])


def test_github_gets_one_command_per_problem() -> None:
    lines = github_report([PLACED, WHOLE, WARNING, INFO]).split("\n")
    assert [line.split("::")[1].split(" ")[0] for line in lines] == ["error", "error", "warning", "notice"]
    assert lines[0].startswith("::error file=architecture/aplikasi/a.yaml,line=3,col=7::`besok` bukan tanggal")
    assert lines[1].startswith("::error file=content/profil.yaml::")
    assert lines[0].endswith("[nilai-tanggal]")


def test_github_escapes_what_would_end_or_change_a_command() -> None:
    problem = Problem("uji", "error", "a,b:c%d\n.yaml", 1, 2, "", "100% ::error::\r\nbaru", "x,y:z")
    assert github_report([problem]) == (
        "::error file=a%2Cb%3Ac%25d%0A.yaml,line=1,col=2::100%25 ::error::%0D%0Abaru x,y:z [uji]"
    )


def test_formats_are_named() -> None:
    assert set(FORMATS) == {"text", "json", "github", "gitlab", "sarif", "junit"}


def test_problems_are_sorted_by_place_and_told_once() -> None:
    later = RULES["nilai-tanggal"].at("a.yaml", 10, 1, tulisan="x", maksud="")
    sooner = RULES["nilai-tanggal"].at("a.yaml", 9, 20, tulisan="x", maksud="")
    other = RULES["nilai-tanggal"].at("b.yaml", 1, 1, tulisan="x", maksud="")
    assert sort_problems([other, later, sooner, later]) == (sooner, later, other)


def test_what_others_may_come_from_is_told_first_and_what_does_not_hinder_last() -> None:
    assert sort_problems([INFO, WARNING, PLACED, WHOLE]) == (WHOLE, PLACED, WARNING, INFO)


def same_at(*files: str) -> list[Problem]:
    return [RULES["nilai-tanggal"].at(file, 1, 1, tulisan="x", maksud="") for file in files]


def test_the_same_words_for_several_places_are_one_entry_with_its_places() -> None:
    assert text_report(same_at("a.yaml", "b.yaml", "c.yaml"), everything=False).split("\n")[2:] == [
        "    Juga di b.yaml:1:1, c.yaml:1:1.",
        "3 kesalahan, 0 peringatan, 0 info.",
    ]


def test_of_very_many_places_the_first_and_their_number_are_told() -> None:
    said = text_report(same_at(*(f"{number:03}.yaml" for number in range(300))), everything=False).split("\n")
    assert said[2:] == [
        "    Juga di 299 tempat lain: 001.yaml:1:1, 002.yaml:1:1, 003.yaml:1:1, … (semuanya: `spbe check --semua`).",
        "300 kesalahan, 0 peringatan, 0 info.",
    ]


def test_of_one_file_that_breaks_a_rule_again_and_again_the_first_and_a_number_are_told() -> None:
    many = [RULES["nilai-tanggal"].at("a.yaml", line, 1, tulisan=f"x{line}", maksud="") for line in range(1, 48)]
    said = text_report([*many, *same_at("b.yaml")], everything=False).split("\n")
    assert sum(": kesalahan: " in line for line in said) == 9
    assert "    Ada 39 lagi seperti ini di berkas yang sama, sesudah baris 8 (`spbe check --semua`)." in said
    assert said[-1] == "48 kesalahan, 0 peringatan, 0 info."
    assert len(text_report(many, everything=True).split("\n")) == 2 * 47 + 1


def test_everything_is_every_place_by_itself() -> None:
    assert len(text_report(same_at("a.yaml", "b.yaml"), everything=True).split("\n")) == 5
    assert len(json.loads(json_report(same_at("a.yaml", "b.yaml")))["problems"]) == 2


def test_other_words_at_the_same_rule_are_an_entry_of_their_own() -> None:
    other = RULES["nilai-tanggal"].at("c.yaml", 1, 1, tulisan="y", maksud="")
    assert "Juga di" not in text_report([*same_at("a.yaml"), other], everything=False)


def test_at_one_place_the_graver_comes_first() -> None:
    info = RULES["ejaan"].at("a.yaml", 1, 1, tulisan="x", arti="y")
    error = RULES["nilai-tanggal"].at("a.yaml", 1, 1, tulisan="x", maksud="")
    assert sort_problems([info, error]) == (error, info)


def test_every_severity_is_counted_even_at_zero() -> None:
    assert counts([]) == {"error": 0, "warning": 0, "info": 0}


@pytest.mark.parametrize("language", ["id", "en"])
def test_words_of_the_data_are_never_a_template(language: str) -> None:
    with speaking(language):
        problem = RULES["nilai-tanggal"].at("a.yaml", 1, 1, tulisan="{arti} {0} %s {", maksud="")
    assert "`{arti} {0} %s {`" in problem.message


def test_control_characters_of_the_data_never_reach_the_terminal() -> None:
    problem = RULES["nilai-tanggal"].at("a.yaml", 1, 1, tulisan="\x1b[31mmerah\u202e\nbaru", maksud="")
    assert problem.message.startswith("`�[31mmerah� baru`")
