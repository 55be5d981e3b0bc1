"""docs/arsitektur-kode.md names what is there: a room that moved, or a file that went, is noticed."""

from __future__ import annotations

import re

import pytest

from support.regions import ROOT

PAGE = ROOT / "docs/arsitektur-kode.md"
PLACES = (ROOT, ROOT / "generator/spbe", ROOT / "site_templates", ROOT / "docs", ROOT / "generator/spbe/site/pages")
FILE = re.compile(r"[\w<>./-]+\.(?:py|j2|css|yaml|md)")
FOLDER = re.compile(r"[\w/-]+/")
OF_A_REGION = ("indicators/", "architecture/", "content/", "program/")


def named(text: str) -> set[str]:
    """The files and folders between backticks, without what belongs to some region or varies."""
    found = {one.removeprefix("/") for one in re.findall(r"`([^`\n]+)`", text) if not one.startswith("/")}
    return {one for one in found if (FILE.fullmatch(one) or FOLDER.fullmatch(one)) and "<" not in one}


def is_there(name: str) -> bool:
    """Whether some file or folder is called so, from one of the tops or at the end of a path in the package."""
    return any((top / name).exists() for top in PLACES) or any((ROOT / "generator/spbe").rglob(name))


def test_every_file_and_folder_that_is_named_exists() -> None:
    names = {one for one in named(PAGE.read_text("utf-8")) if not one.startswith(OF_A_REGION)}
    assert len(names) > 80
    assert sorted(name for name in names if not is_there(name)) == []


@pytest.mark.parametrize("name", ["site/tables.py", "nowhere.py", "partials/attributes.html.j2"])
def test_a_name_of_nothing_is_seen(name: str) -> None:
    assert named(f"look at `{name}`") == {name}
    assert not is_there(name)


def test_every_room_stands_in_the_table_of_rooms() -> None:
    rooms = {path.name for path in (ROOT / "generator/spbe").iterdir() if (path / "__init__.py").is_file()}
    assert set(re.findall(r"^\| `(\w+)/` \|", PAGE.read_text("utf-8"), re.MULTILINE)) == rooms
