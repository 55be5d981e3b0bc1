"""A page put into a shared shell is, byte for byte, the page that the theme makes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.engines.mkdocs import plugin
from spbe.engines.mkdocs.layout_cache import LayoutCache
from spbe.engines.mkdocs.mkdocs_settings import load_settings
from spbe.engines.mkdocs.runner import build_site
from support.regions import REGIONS, SAMPLES, copy_region

pytestmark = pytest.mark.slow


def _built(root: Path) -> dict[str, bytes]:
    settings = load_settings(root)
    folder = build_site(settings, settings.options)
    assert folder is not None
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.html")}


@pytest.fixture
def shells(monkeypatch: pytest.MonkeyPatch) -> list[LayoutCache]:
    """The shells of every build of the test."""
    made: list[LayoutCache] = []

    class Watched(LayoutCache):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)
            made.append(self)

    monkeypatch.setattr(plugin, "LayoutCache", Watched)
    return made


@pytest.mark.parametrize("region", [*SAMPLES, "bandar-lampung"])
def test_every_family_of_pages_is_the_same_with_and_without_shells(
    region: str, built: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = built(region)
    monkeypatch.setattr(plugin, "shares_layout", lambda _page: False)

    in_full = _built(copy_region(site.parent, tmp_path / region))

    assert {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.html")} == in_full


def test_most_pages_share_a_shell(minimal: Path, shells: list[LayoutCache]) -> None:
    pages = _built(minimal)

    shared = [group for group in shells[0].groups if group.shell]
    assert shared
    assert sum(group.pages for group in shared) > len(pages) / 2


def test_a_template_that_needs_more_of_a_page_is_rendered_in_full(minimal: Path, shells: list[LayoutCache]) -> None:
    own = minimal / "site_templates" / "overrides" / "main.html"
    own.parent.mkdir(parents=True)
    shipped = REGIONS["arunika"] / "site_templates" / "overrides" / "main.html"
    own.write_text(shipped.read_text("utf-8") + "{% block scripts %}{{ super() }}<!-- {{ page.url }} -->{% endblock %}")

    pages = _built(minimal)

    place = "indikator/permenpanrb-59-2020/I11/"
    assert f"<!-- {place} -->".encode() in pages[f"{place}index.html"]
    assert f"<!-- {place} -->".encode() not in pages["indikator/permenpanrb-59-2020/I12/index.html"]
    assert not any(group.shell for group in shells[0].groups)
