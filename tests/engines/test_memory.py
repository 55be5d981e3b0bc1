"""What a preview remembers never shows: a plan with a memory is the plan without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.engines.pipeline import Memory, Options, prepare
from spbe.site import Site
from support.regions import REGIONS, copy_part, copy_region

SIMPEG = "architecture/aplikasi/bkpsdm/simpeg.yaml"
ADDRESS = "/arsitektur/aplikasi/simpeg/"
UNTOUCHED = "/arsitektur/infrastruktur/srv-dinkes/"

pytestmark = pytest.mark.slow


def _replace(name: str, old: str, new: str) -> Callable[[Path], object]:
    def edit(root: Path) -> None:
        file = root / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def _own_template(root: Path) -> None:
    folder = root / "site_templates" / "components"
    folder.mkdir(parents=True)
    text = (REGIONS["arunika"] / "site_templates/components/relations.html.j2").read_text("utf-8")
    (folder / "relations.html.j2").write_text(text.replace("<dl", '<dl title="milik sendiri"', 1), "utf-8")


EDITS: dict[str, Callable[[Path], object]] = {
    "own name": _replace(SIMPEG, "nama: SIMPEG", "nama: SIMPEG Baru"),
    "a neighbour's name": _replace("architecture/aplikasi/nasional/siasn.yaml", "nama: ", "nama: Bukan "),
    "a neighbour hidden": _replace(
        "architecture/aplikasi/nasional/siasn.yaml", "nama: ", "klasifikasi: tertutup\nnama: "
    ),
    "removed": lambda root: (root / "architecture/keamanan/laik-satu-data.yaml").unlink(),
    "own template": _own_template,
}


def _pages(site: Site | None) -> dict[str, object]:
    assert site is not None
    return {page.address: page for page in site.pages}


@pytest.fixture(params=["part", pytest.param("whole", marks=pytest.mark.deep)])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A part of the sample, and in a deep run all of it."""
    if request.param == "part":
        return copy_part(tmp_path / "wilayah")
    return copy_region(REGIONS["arunika"], tmp_path / "wilayah")


def test_after_every_edit_the_plan_is_that_of_a_fresh_start(root: Path) -> None:
    memory = Memory()
    before = _pages(prepare(root, Options(), "id", memory)[1])

    for name, edit in EDITS.items():
        edit(root)
        after = prepare(root, Options(), "id", memory)[1]
        assert after == prepare(root, Options(), "id")[1], name
        assert _pages(after) != before, name
        before = _pages(after)


def test_pages_that_did_not_change_are_not_rendered_again(root: Path) -> None:
    memory = Memory()
    before = _pages(prepare(root, Options(), "id", memory)[1])
    EDITS["own name"](root)
    after = _pages(prepare(root, Options(), "id", memory)[1])

    def body(page: object) -> object:
        return page.blocks[-1]  # type: ignore[attr-defined]

    same = [address for address in after if body(after[address]) is body(before[address])]
    assert UNTOUCHED in same
    assert ADDRESS not in same
    assert len(same) > len(after) * 0.7


def test_a_mistake_is_told_again_and_gone_when_it_is_mended(root: Path) -> None:
    memory = Memory()
    file = root / SIMPEG
    good = file.read_text("utf-8")

    file.write_text(good + "\nkunci_salah: 1\n", "utf-8")
    told = [prepare(root, Options(), "id", memory)[0].problems for _ in range(2)]
    file.write_text(good, "utf-8")
    mended, _site = prepare(root, Options(), "id", memory)

    assert told[0] == told[1]
    assert [problem.rule for problem in told[0] if problem.severity == "error"] == ["kunci-tak-dikenal"]
    assert mended.sound
