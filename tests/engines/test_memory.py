"""What a preview remembers never shows: a plan with a memory is the plan without one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from spbe.engines.pipeline import Memory, Options, prepare
from spbe.site import Site
from support.concealed_regions import place, write_open_records
from support.concealment import BY_KIND
from support.regions import REGIONS, copy_named

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Place:
    """A region with the files that are edited: a record, one that it names, and one that nothing names."""

    root: Path
    record: str
    neighbour: str
    alone: str
    untouched: str
    """The address of a record that has nothing to do with the first one."""

    def replace(self, name: str, old: str, new: str) -> None:
        """Put ``new`` where ``old`` stands first."""
        file = self.root / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")


def _own_template(place: Place) -> None:
    folder = place.root / "site_templates" / "components"
    folder.mkdir(parents=True)
    text = (REGIONS["arunika"] / "site_templates/components/relations.html.j2").read_text("utf-8")
    (folder / "relations.html.j2").write_text(text.replace("<dl", '<dl title="milik sendiri"', 1), "utf-8")


EDITS: dict[str, Callable[[Place], None]] = {
    "own name": lambda place: place.replace(place.record, "nama: ", "nama: Baru "),
    "a neighbour's name": lambda place: place.replace(place.neighbour, "nama: ", "nama: Bukan "),
    "a neighbour hidden": lambda place: place.replace(place.neighbour, "nama: ", "klasifikasi: tertutup\nnama: "),
    "removed": lambda place: (place.root / place.alone).unlink(),
    "own template": _own_template,
}
ADDRESS = "/arsitektur/aplikasi/simpeg/"


def _pages(site: Site | None) -> dict[str, object]:
    assert site is not None
    return {page.address: page for page in site.pages}


@pytest.fixture(params=["minimal", pytest.param("arunika", marks=pytest.mark.deep)])
def region(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A small region with records of every sort, and in a deep run the sample."""
    root = copy_named(request.param, tmp_path / "wilayah")
    if request.param != "minimal":
        record, neighbour, alone = "aplikasi/bkpsdm/simpeg", "aplikasi/nasional/siasn", "keamanan/laik-satu-data"
        files = (f"architecture/{name}.yaml" for name in (record, neighbour, alone))
        return Place(root, *files, "/arsitektur/infrastruktur/srv-dinkes/")
    write_open_records(root)
    files = (f"architecture/{name}.yaml" for name in ("aplikasi/simpeg", "layanan/kepegawaian"))
    untouched = f"/arsitektur/infrastruktur/{BY_KIND['infrastruktur'].node('buka').id}/"
    return Place(root, *files, place(BY_KIND["keamanan"], "buka"), untouched)


def test_after_every_edit_the_plan_is_that_of_a_fresh_start(region: Place) -> None:
    memory = Memory()
    before = _pages(prepare(region.root, Options(), "id", memory)[1])

    for name, edit in EDITS.items():
        edit(region)
        after = prepare(region.root, Options(), "id", memory)[1]
        assert after == prepare(region.root, Options(), "id")[1], name
        assert _pages(after) != before, name
        before = _pages(after)


def test_pages_that_did_not_change_are_not_rendered_again(region: Place) -> None:
    memory = Memory()
    before = _pages(prepare(region.root, Options(), "id", memory)[1])
    EDITS["own name"](region)
    after = _pages(prepare(region.root, Options(), "id", memory)[1])

    def body(page: object) -> object:
        return page.blocks[-1]  # type: ignore[attr-defined]

    same = [address for address in after if body(after[address]) is body(before[address])]
    assert region.untouched in same
    assert ADDRESS not in same
    assert len(same) > len(after) * 0.7


def test_a_mistake_is_told_again_and_gone_when_it_is_mended(region: Place) -> None:
    memory = Memory()
    file = region.root / region.record
    good = file.read_text("utf-8")

    file.write_text(good + "\nkunci_salah: 1\n", "utf-8")
    told = [prepare(region.root, Options(), "id", memory)[0].problems for _ in range(2)]
    file.write_text(good, "utf-8")
    mended, _site = prepare(region.root, Options(), "id", memory)

    assert told[0] == told[1]
    assert [problem.rule for problem in told[0] if problem.severity == "error"] == ["kunci-tak-dikenal"]
    assert mended.sound
