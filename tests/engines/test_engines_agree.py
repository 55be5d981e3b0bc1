"""Every engine makes the same site of one region: addresses, titles, headings, links and words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.built_sites import Said, build_with, differences, said
from support.program import spbe
from support.regions import SAMPLES, copy_named

pytestmark = pytest.mark.slow

# Zensical calls the home page as the menu does, the others as the site.
HOME_TITLES = {"zensical": "Beranda - Kabupaten Arunika (contoh)"}


@pytest.fixture(scope="module", params=SAMPLES)
def region(request: pytest.FixtureRequest, built: Callable[[str], Path]) -> Path:
    """A part of the sample with its site, and in a deep run all of it."""
    return built(request.param).parent


@pytest.fixture(scope="module")
def expected(region: Path) -> dict[str, Said]:
    """The site as the plugin makes it under MkDocs."""
    return said(region / "site")


@pytest.fixture(scope="module")
def tree(region: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree of the same region."""
    folder = tmp_path_factory.mktemp("pohon") / "arunika"
    done = spbe("tree", folder, "--root", region)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_sample_has_something_to_compare(expected: dict[str, Said]) -> None:
    assert len(expected) > 100
    assert len({page.title for page in expected.values()}) > 100
    assert all(page.headings and page.words for page in expected.values())
    assert sum(len(page.links) for page in expected.values()) > 1000


def test_the_plugin_makes_the_same_site_under_properdocs(
    region: Path, expected: dict[str, Said], tmp_path: Path
) -> None:
    done = build_with("properdocs", region, "-d", str(tmp_path / "situs"))

    assert differences(said(tmp_path / "situs"), expected) == []
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_the_tree_becomes_the_same_site(engine: str, tree: Path, expected: dict[str, Said]) -> None:
    build_with(engine, tree, warm=engine == "mkdocs")

    found = said(tree / "site")
    titles = {address: page.title for address, page in found.items() if address == "/"}
    assert titles["/"] == HOME_TITLES.get(engine, expected["/"].title)
    assert [told for told in differences(found, expected) if not told.startswith("/: title: ")] == []


def test_properdocs_beside_mkdocs_says_nothing(tmp_path: Path) -> None:
    """ProperDocs prints a notice under ``mkdocs`` when a plugin asks it to; ours does not."""
    done = build_with("mkdocs", copy_named("empty", tmp_path / "wilayah"))

    assert (done.stdout, done.stderr) == ("", "")
