"""A name leads to something that is there, that is gone, or that nobody can tell before a file is mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.checks import Opened, open_region
from spbe.region import Node

SIMPEG = "architecture/aplikasi/simpeg.yaml"
OFFICE = Node("perangkat-daerah", "diskominfo")
ANSWER = Node("jawaban", "2025/I12")
VALUE = Node("nilai", "2025/I1")
PROFILE = Node("profil", "profil")
TEAMS = Node("tim", "tim")


def write(root: Path, place: str, text: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def root(minimal: Path) -> Path:
    """A region with one of everything that has a name."""
    write(minimal, "architecture/perangkat-daerah/diskominfo.yaml", "id: diskominfo\nnama: Dinas\ndahulu: [humas]\n")
    write(minimal, SIMPEG, "nama: Simpeg\nid: simpeg\n")
    write(minimal, "indicators/tim.yaml", "asesor: []\n")
    write(minimal, "indicators/2025/penilaian.yaml", "tahun: 2025\ninstrumen: permenpanrb-59-2020\n")
    write(minimal, "indicators/2025/nilai.yaml", "I1: {akhir: 2}\n")
    write(minimal, "indicators/2025/I12.yaml", "nilai: {akhir: 2}\n")
    return minimal


def states(opened: Opened) -> dict[Node, str]:
    asked = (OFFICE, Node("aplikasi", "simpeg"), Node("penilaian", "2025"), ANSWER, VALUE, PROFILE, TEAMS)
    return {node: opened.state(node) for node in asked}


def test_what_was_read_is_there_with_its_place(root: Path) -> None:
    opened = open_region(root)
    assert set(states(opened).values()) == {"there"}
    entry = opened.entries.at[Node("aplikasi", "simpeg")]
    assert entry.place == f"{SIMPEG}:1"
    assert entry.document.position(("id",)) == (2, 5)
    assert opened.entries.at[VALUE].file == "indicators/2025/nilai.yaml"


def test_a_former_id_is_there_and_leads_to_the_present_one(root: Path) -> None:
    opened = open_region(root)
    former = Node("perangkat-daerah", "humas")
    assert opened.state(former) == "there"
    assert opened.entries.former[former] == OFFICE


def test_a_record_with_errors_is_there_as_it_was_written(root: Path) -> None:
    write(root, SIMPEG, "id: simpeg\nnama: Simpeg\nmetode: sihir\nperangkat_daerah: [\n".replace("[", "{}"))
    opened = open_region(root)
    entry = opened.entries.at[Node("aplikasi", "simpeg")]
    assert opened.state(Node("aplikasi", "simpeg")) == "there"
    assert entry.record is None
    assert entry.raw["nama"] == "Simpeg"


def test_what_no_file_holds_is_gone(root: Path) -> None:
    opened = open_region(root)
    asked = [Node("aplikasi", "lain"), Node("jawaban", "2025/I13"), Node("nilai", "2024/I1"), Node("upaya", "upaya")]
    assert [opened.state(node) for node in asked] == ["gone"] * 4


def outside(place: str) -> Callable[[Path], None]:
    """Makes of the file or folder at ``place`` a link that leaves the region."""

    def spoil(root: Path) -> None:
        (root / place).rename(root.parent / "luar")
        (root / place).symlink_to(root.parent / "luar")

    return spoil


def broken(place: str) -> Callable[[Path], None]:
    """Makes the file at ``place`` what no parser understands."""
    return lambda root: write(root, place, "a: [\n")


def renamed(place: str, name: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (root / place).rename((root / place).with_name(name))

    return spoil


@pytest.mark.parametrize(
    ("spoil", "unread"),
    [
        (broken("architecture/perangkat-daerah/diskominfo.yaml"), {OFFICE}),
        (broken("content/profil.yaml"), {PROFILE}),
        (outside("content/profil.yaml"), {PROFILE}),
        (broken("indicators/tim.yaml"), {TEAMS}),
        (broken("indicators/2025/nilai.yaml"), {VALUE}),
        (renamed("indicators/2025/nilai.yaml", "Nilai.yaml.txt"), {VALUE}),
        (broken("indicators/2025/I12.yaml"), {ANSWER}),
        (outside("indicators/2025/I12.yaml"), {ANSWER}),
        (renamed("indicators/2025/I12.yaml", "I12.YAML"), {ANSWER}),
        (outside("indicators/2025"), {ANSWER, VALUE, Node("penilaian", "2025")}),
        (outside("indicators"), {ANSWER, VALUE, Node("penilaian", "2025"), TEAMS}),
        (outside("content"), {PROFILE}),
        (renamed("architecture/perangkat-daerah", "opd"), {OFFICE}),
    ],
)
def test_what_cannot_be_read_is_not_gone_and_all_else_is_there(
    root: Path, spoil: Callable[[Path], None], unread: set[Node]
) -> None:
    spoil(root)
    opened = open_region(root)
    assert {node for node, state in states(opened).items() if state == "unread"} == unread
    assert {state for node, state in states(opened).items() if node not in unread} == {"there"}
    assert not opened.sound, "whatever is held for unread comes with an error"
