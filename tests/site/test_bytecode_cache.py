"""A compiled template of the program serves the next process too; nothing that a region brings is kept on the disk."""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
import pytest

from spbe.region.template_folders import shipped_templates
from spbe.site.bytecode_cache import BYTECODE, TemplateBytecodeCache


@pytest.fixture(autouse=True)
def _written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


class Place:
    """A folder with a template of the program and one of a region, and where compiled ones are kept."""

    def __init__(self, root: Path) -> None:
        self.program, self.region, self.kept = root / "program", root / "wilayah", root / "simpanan"
        for folder in (self.program, self.region):
            folder.mkdir()
            (folder / f"{folder.name}.html").write_text("satu")
        self.compiled: list[str] = []

    def say(self, name: str) -> str:
        """What the template says in a new process."""
        compiled = self.compiled

        class Environment(jinja2.Environment):
            def compile(self, source, name=None, filename=None, raw=False, defer_init=False):  # type: ignore[no-untyped-def]
                compiled.append(name)
                return super().compile(source, name, filename, raw, defer_init)

        cache = TemplateBytecodeCache(self.kept, [self.program])
        loader = jinja2.FileSystemLoader([self.program, self.region])
        return Environment(loader=loader, bytecode_cache=cache, autoescape=True).get_template(name).render()

    @property
    def files(self) -> list[Path]:
        """What is kept."""
        return [*self.kept.iterdir()] if self.kept.is_dir() else []


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_the_next_process_compiles_nothing_of_the_program(place: Place) -> None:
    assert [place.say("program.html"), place.say("program.html")] == ["satu", "satu"]
    assert place.compiled == ["program.html"]
    assert len(place.files) == 1


def test_what_changed_is_compiled_again(place: Place) -> None:
    place.say("program.html")
    (place.program / "program.html").write_text("dua")
    assert place.say("program.html") == "dua"
    assert len(place.files) == 1


def test_no_code_of_a_region_is_kept(place: Place) -> None:
    assert [place.say("wilayah.html"), place.say("wilayah.html")] == ["satu", "satu"]
    assert place.compiled == ["wilayah.html"] * 2
    assert place.files == []


@pytest.mark.parametrize("left", [0, 1, 20, -1])
def test_a_damaged_file_is_as_none(place: Place, left: int) -> None:
    place.say("program.html")
    [kept] = place.files
    whole = kept.read_bytes()
    kept.write_bytes(whole[:left])
    assert place.say("program.html") == "satu"
    assert kept.read_bytes() == whole


def test_nothing_is_written_where_python_may_not_write(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert place.say("program.html") == "satu"
    assert not place.kept.exists()


def test_a_folder_that_cannot_be_written_is_none(place: Place) -> None:
    place.kept.write_text("di jalan")
    assert place.say("program.html") == "satu"


def test_templates_that_ship_are_the_program_s() -> None:
    shipped = BYTECODE.get_cache_key("x.html", str(shipped_templates() / "x.html"))
    theirs = BYTECODE.get_cache_key("x.html", "/wilayah/site_templates/x.html")
    assert (shipped[:2], theirs[:2] == shipped[:2]) == ("p-", False)
