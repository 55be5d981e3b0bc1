"""One slip in a region of many records: the cause stands in the first ten lines, and little else follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from support.regions import SAMPLES, copy_named

OFFICE = "architecture/perangkat-daerah/diskominfo.yaml"
"""The office that most records of the sample name."""
HEAD = "indicators/2025/penilaian.yaml"
VALUES = "indicators/2025/nilai.yaml"
EVIDENCE = "indicators/bukti/perbup-arsitektur-2023.yaml"

Change = Callable[[str], str]


def line(old: str, new: str) -> Change:
    """The first line that begins with ``old`` becomes ``new``."""

    def change(text: str) -> str:
        [at, *_] = [number for number, one in enumerate(text.split("\n")) if one.startswith(old)]
        return "\n".join([*text.split("\n")[:at], new, *text.split("\n")[at + 1 :]])

    return change


def turned(text: str) -> str:
    """Stage before indicator, as a table is often typed."""
    codes = [one.partition(":")[0] for one in text.split("\n") if one.startswith("I")]
    return "akhir:\n" + "".join(f"  {code}: 2\n" for code in codes)


def conflict(text: str) -> str:
    return f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> usulan\n"


SLIPS: dict[str, tuple[str, Change, str]] = {
    "a colon in a name": (OFFICE, line("nama:", "nama: Dinas: Komunikasi"), "yaml-tulisan"),
    "a quote that is not closed": (OFFICE, line("nama:", 'nama: "Dinas'), "yaml-tulisan"),
    "a no-break space": (OFFICE, line("nama:", "nama:\u00a0Dinas"), "yaml-tulisan"),
    "a stray character": (OFFICE, line("nama:", "nama: Dinas\u0007"), "yaml-karakter"),
    "a tab": (OFFICE, line("nama:", "nama: Dinas\nlain:\n\ta: b"), "yaml-tab"),
    "a key twice": (OFFICE, line("nama:", "nama: Dinas\nnama: Dinas"), "yaml-kunci-ganda"),
    "a merge conflict": (OFFICE, conflict, "yaml-konflik"),
    "an empty file": (OFFICE, lambda _text: "", "yaml-kosong"),
    "another id": (OFFICE, line("id:", "id: diskominf"), "id-beda-berkas"),
    "no id": (OFFICE, line("id:", "# id"), "isian-wajib"),
    "no name": (OFFICE, line("nama:", "# nama"), "isian-wajib"),
    "an unknown field": (OFFICE, line("nama:", "nama: Dinas\nnamaa: x"), "kunci-tak-dikenal"),
    "a date in words": (OFFICE, line("ditinjau:", "ditinjau: 4 Maret 2026"), "nilai-tanggal"),
    "a broken head": (HEAD, line("tahun:", "tahun: 2025: x"), "yaml-tulisan"),
    "an unknown instrument": (HEAD, line("instrumen:", "instrumen: permenpanrb-59-2022"), "instrumen-tak-dikenal"),
    "values the other way round": (VALUES, turned, "nilai-terbalik"),
    "a broken line of values": (VALUES, line("I1:", "I1: {akhir: 3"), "yaml-tulisan"),
    "a value off the scale": (VALUES, line("I1:", "I1: {akhir: 7}"), "nilai-di-luar-skala"),
}


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_named(request.param, tmp_path_factory.mktemp("contoh") / "wilayah")


@pytest.fixture
def spoilt(sample: Path) -> Iterator[Callable[[str, Change], Path]]:
    """The sample with one file changed, until the test is over."""
    kept: dict[Path, bytes] = {}

    def spoil(place: str, change: Change) -> Path:
        path = sample / place
        kept[path] = path.read_bytes()
        path.write_text(change(kept[path].decode()), "utf-8")
        return sample

    yield spoil
    for path, content in kept.items():
        path.write_bytes(content)


@pytest.mark.parametrize(("place", "change", "rule"), SLIPS.values(), ids=SLIPS)
def test_the_cause_is_told_first_and_alone(spbe, spoilt, place: str, change: Change, rule: str) -> None:
    result = spbe("check", "--root", spoilt(place, change))
    told = result.stdout.splitlines()

    assert result.exit_code == 1
    assert any(place in one and f"[{rule}]" in one for one in told[:10])
    errors = [one for one in told if ": kesalahan: " in one]
    assert all(one.startswith(place) for one in errors), errors
    assert len(errors) <= 3


@pytest.fixture
def away(sample: Path) -> Iterator[Callable[[str, str], Path]]:
    """The sample with a file or folder at another place, until the test is over."""
    moved: list[tuple[Path, Path]] = []

    def move(place: str, to: str) -> Path:
        moved.append((sample / to, sample / place))
        (sample / place).rename(sample / to)
        return sample

    yield move
    for here, back in moved:
        here.rename(back)


@pytest.mark.parametrize(
    ("place", "to", "rule"),
    [
        (OFFICE, OFFICE + ".txt", "berkas-akhiran"),
        (OFFICE, "architecture/diskominfo.yaml", "berkas-salah-tempat"),
        ("architecture/perangkat-daerah", "architecture/perangkat_daerah", "folder-tak-dikenal"),
        ("indicators/bukti", "indicators/Bukti", "folder-tak-dikenal"),
        ("indicators/bukti", "indicators/bukt", "folder-tak-dikenal"),
        (HEAD, HEAD + ".txt", "berkas-akhiran"),
    ],
)
def test_what_lies_at_a_wrong_place_is_told_alone(spbe, away, place: str, to: str, rule: str) -> None:
    result = spbe("check", "--root", away(place, to))
    errors = [one for one in result.stdout.splitlines() if ": kesalahan: " in one]

    assert [one.partition(":")[0] for one in errors] == [to]
    assert f"[{rule}]" in errors[0]


def values(path: Path) -> Iterator[object]:
    """Everything that stands as a value in the file, however deep."""
    todo = [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)]
    while todo:
        value = todo.pop()
        if isinstance(value, dict | list):
            todo += value.values() if isinstance(value, dict) else value
        else:
            yield value


def test_an_office_that_is_gone_is_one_entry_with_the_number_of_its_places(spbe, away) -> None:
    root = away(OFFICE, ".diskominfo.yaml")
    result = spbe("check", "--root", root)
    entries = [one for one in result.stdout.splitlines() if "`diskominfo`" in one and ": kesalahan: " in one]
    listed = spbe("check", "--root", root, "--semua")

    assert len(entries) == 1
    number = sum("`diskominfo`" in one and ": kesalahan: " in one for one in listed.stdout.splitlines())
    assert number == sum(value == "diskominfo" for path in root.rglob("[!.]*.yaml") for value in values(path))
    assert number > 60, "most records of a part name it"
    assert f"Juga di {number - 1} tempat lain: " in result.stdout
    assert [one for one in result.stdout.splitlines() if one.startswith(f"{number} kesalahan, ")]
