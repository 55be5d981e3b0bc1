"""A report shows the lines that it is about, marks the place, and never shows what is secret in them."""

from __future__ import annotations

from spbe.problems import Problem
from spbe.problems.excerpts import WIDEST, Excerpts
from spbe.problems.text_form import text_report

TEXT = "id: a\nsejak: besok\nuraian: sandi = Tamu@Lantai2! lalu sejak besok\n"


def at(line: int | None, column: int | None = 1, file: str = "a.yaml") -> Problem:
    return Problem("uji", "error", file, line, column, "", "Salah.", "Betulkan.")


def excerpts(text: str | None = TEXT) -> Excerpts:
    return Excerpts(lambda file: text if file == "a.yaml" else None)


def test_the_line_is_shown_with_a_mark_below_the_place() -> None:
    assert text_report([at(2, 8)], excerpts=excerpts()).split("\n") == [
        "a.yaml:2:8: kesalahan: Salah. [uji]",
        "    2 | sejak: besok",
        "      |        ^",
        "    → Betulkan.",
        "1 kesalahan, 0 peringatan, 0 info.",
    ]


def test_a_secret_is_masked_and_the_mark_stays_below_its_place() -> None:
    line, column = excerpts().of(at(3, 30)) or ("", 0)
    assert line == "uraian: sandi = •••lalu sejak besok".replace("•••lalu", "••• lalu")
    assert line[column:] == " lalu sejak besok"
    assert excerpts().of(at(3, 20)) == (line, 16), "inside the secret: at its mark"


def test_every_line_of_a_private_key_is_masked() -> None:
    shown = excerpts("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\nnama: A")
    assert [(shown.of(at(line)) or ("",))[0] for line in (1, 2, 3, 4)] == ["•••", "•••", "•••", "nama: A"]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line, column = excerpts("a " * 300 + "X" + " b" * 300).of(at(1, 601)) or ("", 0)
    assert line[column] == "X"
    assert len(line) <= WIDEST + 2
    assert (line[0], line[-1]) == ("…", "…")


def test_where_no_line_can_be_shown_the_report_is_as_ever() -> None:
    for problem in (at(None, None), at(99), at(2, file="lain.yaml")):
        assert excerpts().of(problem) is None


def test_what_is_told_of_one_file_stands_together() -> None:
    problems = [at(1), at(1, file="b.yaml"), at(2)]
    places = [line.split(": ")[0] for line in text_report(problems, excerpts=excerpts()).split("\n") if "uji" in line]
    assert places == ["a.yaml:1:1", "a.yaml:2:1", "b.yaml:1:1"]


def test_colour_is_asked_for() -> None:
    assert "\x1b[31;1mkesalahan\x1b[0m" in text_report([at(2, 8)], excerpts=excerpts(), colour=True)
    assert "\x1b" not in text_report([at(2, 8)], excerpts=excerpts())
