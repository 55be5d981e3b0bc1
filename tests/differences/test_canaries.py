"""No form of a difference names what its readers may not know: words that are found nowhere else stand in none.

The words are planted as for the sites (``tests/support/canaries.py``), on either side of the difference.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import Opened, open_region
from spbe.differences import difference as difference_module
from spbe.differences import difference_between
from spbe.differences.aligning import Aligned
from spbe.differences.difference_text import text_of
from spbe.differences.rows import rows_of
from spbe.differences.telling.markdown import markdown_of
from spbe.editions import INTERNAL, PUBLIC, Audience
from spbe.i18n import LANGUAGES, speaking
from spbe.site.comparison_page import comparison_page
from spbe.yamlio import DocumentReader
from support.canaries import OWN, Plant, plant
from support.regions import SAMPLES, copy_named, copy_region

pytestmark = pytest.mark.slow

DAY = date(2026, 4, 1)
OFFICE = Audience("opd", OWN)


class Planted:
    """A region full of words, and others that differ from it in what is hidden."""

    def __init__(self, name: str, folder: Path) -> None:
        self._folder = folder
        self._reader = DocumentReader()
        self._opened: dict[str, Opened] = {}
        copy_named(name, folder / "contoh")
        self.plants = tuple(plant(copy_region(folder / "contoh", folder / "tertutup")).plants.values())

    def opened(self, name: str) -> Opened:
        """The sample (``contoh``), or what was made of it; those of :data:`REGIONS` are made when first asked for."""
        if name not in self._opened:
            if name in REGIONS:
                REGIONS[name](copy_region(self._folder / "tertutup", self._folder / name))
            self._opened[name] = open_region(self._folder / name, DAY, self._reader)
        return self._opened[name]

    def hidden(self, audience: Audience) -> list[Plant]:
        """What ``audience`` may not know."""
        return [plant for plant in self.plants if not plant.visible(audience.edition, audience.opd)]


def opened_up(root: Path) -> None:
    """Every closed record open to all."""
    for path in _records(root):
        text = path.read_text("utf-8")
        for word in ("terbatas", "tertutup"):
            text = text.replace(f'"klasifikasi": "{word}"', '"klasifikasi": "terbuka"')
        path.write_text(text, "utf-8")


def published(root: Path) -> None:
    """Every draft is published."""
    for path in root.glob("indicators/*/penilaian.yaml"):
        if path.parent.name.startswith("zq"):
            draft = json.loads(
                path.read_text("utf-8").split("\n", 1)[-1] if path.read_text()[0] == "#" else path.read_text("utf-8")
            )
            path.write_text(json.dumps(draft | {"publikasi": {"status": "terbit"}}), "utf-8")


def damaged(root: Path) -> None:
    """No file with a hidden word can be read."""
    for path in _records(root):
        if "zq" in path.read_text("utf-8"):
            path.write_text(path.read_text("utf-8") + "\n[", "utf-8")


def turned(root: Path) -> None:
    """Every hidden word is another one."""
    for path in _records(root):
        text = path.read_text("utf-8")
        if "Kata zq" in text:
            path.write_text(text.replace("Kata zq", "Lain zq"), "utf-8")


def _records(root: Path) -> Iterator[Path]:
    yield from (root / "architecture").rglob("*.yaml")
    yield from (root / "indicators").rglob("*.yaml")


REGIONS: dict[str, Callable[[Path], None]] = {
    "terbuka": opened_up,
    "terbit": published,
    "rusak": damaged,
    "lain": turned,
}
PAIRS = (
    ("contoh", "tertutup"),
    ("tertutup", "contoh"),
    ("terbuka", "tertutup"),
    ("terbuka", "rusak"),
    ("terbit", "tertutup"),
    ("tertutup", "rusak"),
    ("tertutup", "lain"),
)


@pytest.fixture(scope="module", params=SAMPLES)
def planted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return Planted(request.param, tmp_path_factory.mktemp("tanaman"))


def said(planted: Planted, pair: tuple[str, str], audience: Audience) -> str:
    """Every form of the difference, in every language."""
    difference = difference_between(*map(planted.opened, pair), audience, since=date(2024, 1, 1))
    forms = []
    for language in LANGUAGES:
        with speaking(language):
            forms += [text_of(difference, "lama", "baru"), markdown_of(difference, "lama", "baru")]
            forms += [json.dumps(rows_of(difference), ensure_ascii=False), comparison_page(difference, "lama", "baru")]
    return "\n".join(forms).lower()


@pytest.mark.parametrize("audience", [PUBLIC, OFFICE], ids=lambda one: one.edition)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_nothing_hidden_is_named(planted: Planted, pair: tuple[str, str], audience: Audience) -> None:
    text = said(planted, pair, audience)
    assert [one.place for one in planted.hidden(audience) if one.word in text] == []


def test_administrators_are_told_of_them(planted: Planted) -> None:
    text = said(planted, ("contoh", "tertutup"), INTERNAL)
    places = [one.place for one in planted.hidden(PUBLIC) if one.word in text]
    assert len(places) > 40


def test_with_nothing_withheld_the_same_search_finds_what_was_closed(
    planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(sides: Aligned, _newer: Opened, _audience: Audience) -> Aligned:
        return sides

    monkeypatch.setattr(difference_module, "withheld", kept)
    text = said(planted, ("terbuka", "tertutup"), PUBLIC)
    assert [one.place for one in planted.hidden(PUBLIC) if one.word in text] != []
