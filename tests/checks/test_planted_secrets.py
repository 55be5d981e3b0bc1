"""The table of planted secrets is sound: complete, readable where it stands, and what it says of itself is true."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.problems import Problem
from spbe.problems.report import FORMATS
from support.planted import HARMLESS, SECRETS, Planted
from support.regions import copy_region

FOR = {
    "kunci": {"rahasia-kunci"},
    "sandi": {"rahasia-sandi"},
    "sambungan": {"alamat-sandi", "rahasia-sandi"},
    "nik": {"pribadi-nik"},
    "npwp": {"pribadi-npwp"},
    "telepon": {"pribadi-telepon"},
    "surel": {"pribadi-surel"},
}
"""Kinds of planted secrets with the rules that may find them."""
SENSITIVE = set[str]().union(*FOR.values())


def test_there_are_sixty_of_every_kind_in_every_place() -> None:
    assert len(SECRETS) == len({one.line for one in SECRETS}) == 60
    assert len(HARMLESS) >= 40
    assert {one.kind for one in SECRETS} == {"kunci", "sandi", "sambungan", "nik", "npwp", "telepon", "surel"}
    assert {one.place for one in SECRETS} == {one.place for one in HARMLESS} == {"yaml", "markdown", "lampiran"}
    assert [one for one in SECRETS if not one.secret or one.secret not in one.line] == []


@pytest.mark.parametrize("planted", [one for one in SECRETS if one.kind == "nik"], ids=lambda one: one.secret)
def test_the_date_of_a_planted_number_exists_and_its_region_does_not(planted: Planted) -> None:
    digits = re.sub(r"\D", "", planted.secret)
    day, month, year = int(digits[6:8]) % 40, int(digits[8:10]), int(digits[10:12])
    assert len(digits) == 16
    assert date(2000 + year, month, day) or date(1900 + year, month, day)
    assert digits[2:6] == "0000"


@pytest.mark.parametrize("planted", [one for one in (*SECRETS, *HARMLESS) if one.place == "yaml"], ids=lambda o: o.line)
def test_a_record_that_holds_a_line_can_be_read(planted: Planted, minimal: Path) -> None:
    planted.plant(minimal)
    rules = {one.rule for one in open_region(minimal, date(2026, 4, 1)).problems}
    assert not {one for one in rules if one.startswith(("yaml-", "isian-", "kunci-tak-dikenal"))}


@pytest.fixture(scope="module")
def planted_region(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Planted], tuple[Problem, ...]]:
    """Everything at once, each in a file of its own: by file, and what is told of them."""
    root = copy_region(Path(__file__).parents[1] / "data" / "minimal", tmp_path_factory.mktemp("planted") / "region")
    by_file = {}
    for number, one in enumerate((*SECRETS, *HARMLESS)):
        one.plant(root)
        path = root / one.path
        by_file[str(Path(one.path).with_stem(f"tanaman-{number}"))] = one
        path.rename(path.with_stem(f"tanaman-{number}"))
    return by_file, open_region(root, date(2026, 4, 1)).problems


def test_every_planted_secret_is_found_where_it_stands(
    planted_region: tuple[dict[str, Planted], tuple[Problem, ...]],
) -> None:
    by_file, problems = planted_region
    found: dict[str, list[tuple[str, int | None, int | None]]] = {}
    for one in problems:
        if one.rule in SENSITIVE:
            found.setdefault(one.file, []).append((one.rule, one.line, one.column))
    secrets = {file: one for file, one in by_file.items() if one.kind}
    missed = {
        one.line for file, one in secrets.items() if not {rule for rule, *_ in found.get(file, [])} & FOR[one.kind]
    }
    assert missed == set()
    assert {file: places for file, places in found.items() if len(places) > 1} == {}, "each is told once"
    assert {by_file[file].line for file in found.keys() - secrets.keys()} == set(), "false alarms"
    number = next(file for file, one in by_file.items() if "atas NIK 3500001705880001" in one.line)
    assert found[number] == [("pribadi-nik", 4, 30)]


def test_no_report_repeats_a_secret(planted_region: tuple[dict[str, Planted], tuple[Problem, ...]]) -> None:
    by_file, problems = planted_region
    repeated = {
        (form, one.secret)
        for form, report in FORMATS.items()
        for text in (report(problems),)
        for one in by_file.values()
        if one.secret and one.secret in text
    }
    assert repeated == set()


@pytest.mark.parametrize(
    "line",
    ["sejak: Slamet3428jiwa # kata sandi: Slamet3428jiwa", "Pwd: Slamet3428jiwa", "jenis: 'sandi: Slamet3428jiwa'"],
)
def test_other_messages_about_a_line_do_not_repeat_its_secret(line: str, minimal: Path) -> None:
    path = minimal / "architecture/aplikasi/simpeg.yaml"
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    problems = open_region(minimal, date(2026, 4, 1)).problems
    assert "rahasia-sandi" in {one.rule for one in problems}
    assert len({one.rule for one in problems}) > 1
    assert not [one for one in problems if "Slamet" in one.message + one.hint + one.key]
