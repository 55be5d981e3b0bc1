"""The folder that ``mkdocs.yml`` names: what a build would refuse, ``check`` tells with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.engines.output.output_guard import MARK
from spbe.engines.preflight import preflight

SETTINGS = "site_name: Uji\ndocs_dir: content\ntheme: material\nplugins: {plugins}\n{more}"


def told(root: Path, more: str = "", plugins: str = "[spbe]") -> list[tuple[int | None, int | None, str, str]]:
    (root / "mkdocs.yml").write_text(SETTINGS.format(plugins=plugins, more=more), "utf-8")
    problems = preflight(open_region(root), target=True).problems
    return [(one.line, one.column, one.rule, one.severity) for one in problems if one.rule == "pengaturan-tujuan"]


@pytest.mark.parametrize(
    "name",
    [".", "..", '""', "content/situs", "./architecture/", "site/../indicators", ".git/x", "mkdocs.yml", '"a\\0b"'],
)
def test_a_folder_that_no_build_would_replace_is_an_error_at_its_line(name: str, minimal: Path) -> None:
    assert told(minimal, f"site_dir: {name}\n") == [(5, 11, "pengaturan-tujuan", "error")]


def test_the_folder_of_the_edition_is_looked_at(minimal: Path) -> None:
    (minimal / "publik-internal").mkdir()
    (minimal / "publik-internal" / "laporan.txt").write_text("milik orang", "utf-8")

    assert told(minimal, "site_dir: publik\n") == []
    assert told(minimal, "site_dir: publik\n", "[spbe: {edition: internal}]") == [(5, 11, "pengaturan-tujuan", "error")]


def test_the_usual_folder_with_something_else_in_it_is_a_warning(minimal: Path) -> None:
    assert told(minimal) == []
    (minimal / "site").mkdir()
    (minimal / "site" / "laporan.txt").write_text("milik orang", "utf-8")

    assert told(minimal) == [(1, 1, "pengaturan-tujuan", "warning")]


def test_a_site_of_ours_is_no_problem(minimal: Path) -> None:
    (minimal / "site").mkdir()
    (minimal / "site" / "index.html").write_text("situs", "utf-8")
    (minimal / "site" / MARK).write_text("situs publik\n", "utf-8")

    assert told(minimal, "site_dir: site\n") == []


def test_what_stands_in_the_folder_is_no_matter_for_a_build_elsewhere(minimal: Path) -> None:
    (minimal / "situs").mkdir()
    (minimal / "situs" / "laporan.txt").write_text("milik orang", "utf-8")

    assert told(minimal, "site_dir: situs\n") == [(5, 11, "pengaturan-tujuan", "error")]
    assert preflight(open_region(minimal)).sound


@pytest.mark.parametrize("office", ["../../etc", "a/b", '"a\\0b"', "tak-ada"])
def test_an_office_that_cannot_be_is_told_as_such(office: str, minimal: Path) -> None:
    assert told(minimal, plugins=f"[spbe: {{edition: opd, opd: {office}}}]") == []
    assert [one.rule for one in preflight(open_region(minimal), target=True).problems] == ["pengaturan-pilihan"]
