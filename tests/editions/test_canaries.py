"""What some readers may not see stands in no byte of the site built for them, compressed files and names included.

Every hidden field of every model, closed records, a draft assessment and files that are never published are words
found nowhere else (``tests/canaries.py``). The same search with the reducer switched off finds them: it can fail.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.editions import INTERNAL, Audience, Edition, EditionName, redact
from spbe.engines.mkdocs.mkdocs_settings import load_settings
from spbe.engines.mkdocs.runner import build_site
from spbe.engines.pipeline import Options, prepare
from spbe.engines.tree import write_tree
from spbe.engines.tree.tree_settings import RegionSettings
from spbe.history import viewing
from spbe.model.base import fields_of
from spbe.model.kinds import KINDS
from spbe.model.references import direct_references
from spbe.region import Region
from spbe.scoring.outcomes import Outcomes
from support import canaries
from support.canaries import OWN, Plant
from support.regions import SAMPLES, copy_named

pytestmark = pytest.mark.slow

DAY = date(2026, 4, 1)


@dataclass(frozen=True)
class Planted:
    """A region full of words, and the words."""

    root: Path
    plants: tuple[Plant, ...]

    def build(self, edition: EditionName, opd: str | None = None) -> dict[str, list[str]]:
        """Build for these readers; which words the site holds, by where they were planted, and in which files."""
        site = build_site(load_settings(self.root), Options(Audience(edition, opd), DAY))
        assert site is not None
        return canaries.found_in(site, list(self.plants))


@pytest.fixture(scope="module", params=SAMPLES)
def planted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    root = copy_named(request.param, tmp_path_factory.mktemp("tanaman") / "wilayah")
    plants = canaries.plant(root).plants
    return Planted(root, tuple(plants.values()))


@pytest.fixture(scope="module")
def public(planted: Planted) -> dict[str, list[str]]:
    return planted.build("publik")


@pytest.fixture(scope="module")
def own(planted: Planted) -> dict[str, list[str]]:
    return planted.build("opd", OWN)


@pytest.fixture(scope="module")
def internal(planted: Planted) -> dict[str, list[str]]:
    return planted.build("internal")


@pytest.fixture(scope="module")
def unreduced(planted: Planted, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The public site as it would be if the reducer did nothing; as a tree, for no engine adds a word."""

    def whole(region: Region, outcomes: Outcomes, _audience: Audience) -> Edition:
        return redact(region, outcomes, INTERNAL)

    tree, readers = tmp_path_factory.mktemp("pohon") / "publik", Audience("publik")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(viewing, "redact", whole)
        _opened, site = prepare(planted.root, Options(readers, DAY), "id")
        assert site is not None
        write_tree(site, planted.root, tree, RegionSettings("Uji"), readers)
    return canaries.found_in(tree, list(planted.plants))


def leaked(
    planted: Planted, found: dict[str, list[str]], edition: EditionName, opd: str | None = None
) -> dict[str, list[str]]:
    """What stands in the site although its readers may not see it."""
    hidden = {plant.place for plant in planted.plants if not plant.visible(edition, opd)}
    return {place: files for place, files in found.items() if place in hidden}


def absent(planted: Planted, found: dict[str, list[str]], edition: EditionName, opd: str | None = None) -> set[str]:
    """What its readers may see but does not stand in the site: pages or downloads tell everything."""
    return {plant.place for plant in planted.plants if plant.visible(edition, opd)} - set(found)


def test_the_planted_region_is_sound(planted: Planted) -> None:
    assert [problem for problem in open_region(planted.root).problems if problem.severity == "error"] == []


def test_every_hidden_field_that_takes_text_is_planted(planted: Planted) -> None:
    """The others are references, choices, dates and numbers; the unit tests of the reduction hold for them."""
    places = {plant.place for plant in planted.plants}
    for slug, model, base in canaries.bases():
        code = base.get("jenis", "umum")
        for name, spec in fields_of(model).items():
            if spec.kelas == "publik" or name in direct_references(model):
                continue
            if canaries.text_value(model, base, name, "Zq Zq", "zqzq") is not None:
                assert f"{slug}/uji-{code}-{OWN}:{name}" in places
                assert f"{slug}/uji-{code}-{OWN}/rencana:{name}" in places or not KINDS[slug].is_architecture
    assert len([plant for plant in planted.plants if plant.kelas != "publik"]) > 300
    assert {plant.place.split("/")[0] for plant in planted.plants} >= set(KINDS)


def test_the_public_site_holds_nothing_that_is_not_public(planted: Planted, public: dict[str, list[str]]) -> None:
    assert leaked(planted, public, "publik") == {}
    assert public == {}, "all words are hidden from the public"


def test_the_site_of_an_office_holds_nothing_of_other_offices(planted: Planted, own: dict[str, list[str]]) -> None:
    assert leaked(planted, own, "opd", OWN) == {}


def test_the_site_of_an_office_holds_its_own_fields(planted: Planted, own: dict[str, list[str]]) -> None:
    assert absent(planted, own, "opd", OWN) == set()
    assert any(f"-{OWN}:" in place for place in own)
    assert any(place.endswith("/terbatas:nama") for place in own)


def test_the_internal_site_holds_everything_but_unpublished_files(
    planted: Planted, internal: dict[str, list[str]]
) -> None:
    assert leaked(planted, internal, "internal") == {}
    assert absent(planted, internal, "internal") == set()


def test_with_the_reducer_switched_off_the_same_search_finds_what_is_hidden(
    planted: Planted, unreduced: dict[str, list[str]], internal: dict[str, list[str]]
) -> None:
    assert set(leaked(planted, unreduced, "publik")) == set(internal)
    assert len(internal) > 400


def test_the_downloads_tell_their_readers_everything(
    own: dict[str, list[str]], internal: dict[str, list[str]], public: dict[str, list[str]]
) -> None:
    assert not any("unduhan/" in file for files in public.values() for file in files)
    for found in (own, internal):
        assert [place for place, files in found.items() if "unduhan/semua.json" not in files] == []
        assert any(file.endswith(".csv") for files in found.values() for file in files)


def test_the_search_looks_into_compressed_files(internal: dict[str, list[str]]) -> None:
    packed = {place for place, files in internal.items() if any("pagefind/" in f and "!" in f for f in files)}
    assert len(packed) > 300
    fragments = {f.split("/")[1] for files in internal.values() for f in files if f.startswith("pagefind/")}
    assert {"fragment", "index"} <= fragments


def test_the_search_looks_at_names_of_files(internal: dict[str, list[str]]) -> None:
    assert any("arsitektur/aplikasi/zq" in f for f in internal["aplikasi/tertutup:id"])
