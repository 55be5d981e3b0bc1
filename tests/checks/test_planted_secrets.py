"""The table of planted secrets is sound: complete, readable where it stands, and what it says of itself is true."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import open_region
from support.planted import HARMLESS, SECRETS, Planted


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
