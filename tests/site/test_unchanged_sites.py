"""Sites of an edition are the same to the last byte whatever it hides: planned in memory, and built with all files.

The sample and the same sample with hidden records of every sort, related in every direction, hidden values in the
fields of open records, and a draft are compared. With the reduction switched off the same comparison finds pages full
of them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from spbe.editions import INTERNAL, Audience, EditionName
from spbe.editions import audience as audience_module
from spbe.engines.mkdocs.mkdocs_settings import load_settings
from spbe.engines.mkdocs.runner import build_site
from spbe.engines.pipeline import Options
from spbe.model.kinds import KINDS
from support.canaries import contents
from support.concealed_regions import OPD, conceal, write_open_records
from support.concealment import SORTS
from support.page_families import TEMPLATES
from support.planned_sites import Planned, differences, planned
from support.regions import SAMPLES, copy_named, copy_region

pytestmark = pytest.mark.slow

DAY = date(2026, 4, 1)
READERS: tuple[tuple[EditionName, str | None], ...] = (("publik", None), ("opd", OPD))
NO_PAGES_IN = {
    "part": {"arsitektur-cakupan-kode", "arsitektur-catatan-dampak", "indeks-masa-berlaku", "indeks-status", "masalah"},
    "arunika": {"indeks-status", "masalah"},
}
"""Families of pages that sites for the readers do not have; all others are compared."""


@dataclass(frozen=True)
class Pair:
    """A region, and the same with things that readers of ``edition`` may not see."""

    edition: EditionName
    opd: str | None
    before: Path
    after: Path
    name: str

    @property
    def options(self) -> Options:
        """For whom both are built."""
        return Options(Audience(self.edition, self.opd), DAY)


def pair(folder: Path, name: str, edition: EditionName, opd: str | None) -> Pair:
    """Both made of the region called ``name``, with an open record of every sort that names nothing in the first."""
    before = copy_named(name, folder / "sebelum")
    after = copy_region(before, folder / "sesudah")
    for root in (before, after):
        write_open_records(root)
    conceal(after, edition)
    return Pair(edition, opd, before, after, name)


@pytest.fixture(scope="module", params=READERS, ids=lambda reader: reader[0])
def readers(request: pytest.FixtureRequest) -> tuple[EditionName, str | None]:
    """An edition that hides something, and the office that it is for."""
    of: tuple[EditionName, str | None] = request.param
    return of


@pytest.fixture(scope="module", params=SAMPLES)
def sample(
    request: pytest.FixtureRequest, readers: tuple[EditionName, str | None], tmp_path_factory: pytest.TempPathFactory
) -> Pair:
    """Of a part of the sample, and in a deep run of all of it."""
    return pair(tmp_path_factory.mktemp(readers[0]), request.param, *readers)


def test_no_page_and_no_file_of_the_plan_changes(sample: Pair) -> None:
    found = [planned(root, sample.options) for root in (sample.before, sample.after)]
    own_home = {"beranda"} if sample.edition == "opd" else set()  # that edition opens on the page of its office
    assert TEMPLATES - {page.kind for page in found[0].site.pages} == NO_PAGES_IN[sample.name] | own_home
    assert {f"{sort.slug}/{sort.node('buka').id}" for sort in SORTS} <= found[0].site.records.keys()
    assert sorted(differences(*found)) == []


def test_administrators_see_every_hidden_record(sample: Pair) -> None:
    site = planned(sample.after, Options(INTERNAL, DAY)).site
    prefixes = ("terbatas", "tertutup") if sample.edition == "publik" else ("tertutup",)
    hidden = [sort.node(prefix) for sort in SORTS for prefix in prefixes]
    missing = [node for node in hidden if f"{node.kind}/{node.id}" not in site.records]
    assert missing == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Of the smallest region."""
    return pair(tmp_path_factory.mktemp("kecil"), "minimal", "publik", None)


@pytest.fixture(scope="module")
def small_site(small: Pair) -> Planned:
    """The site of the first of both."""
    return planned(small.before, small.options)


@pytest.mark.parametrize("kind", ["everything", *KINDS])
def test_the_same_comparison_finds_what_a_broken_reduction_lets_through(
    small: Pair, small_site: Planned, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the smallest region: with all records shown, or with the hidden records of one kind."""
    before, after = small_site, copy_region(small.after, tmp_path / "sesudah")
    if kind == "everything":
        everything = frozenset({"terbuka", "terbatas", "tertutup"})
        monkeypatch.setattr(audience_module, "_SHOWN", dict.fromkeys(("publik", "opd", "internal"), everything))
        before = planned(small.before, small.options)
    else:
        for path in (after / KINDS[kind].folder).glob("te*-*.yaml"):
            path.write_text(path.read_text("utf-8").replace('"tertutup"', '"terbuka"', 1), "utf-8")
    assert any(one.startswith("page ") for one in differences(before, planned(after, small.options)))


@pytest.mark.parametrize(("edition", "opd"), READERS)
def test_no_byte_of_a_whole_site_changes(tmp_path: Path, edition: EditionName, opd: str | None) -> None:
    """Every file that is built, search with what is packed inside it too."""
    both = pair(tmp_path, "minimal", edition, opd)
    sites = []
    for root in (both.before, both.after):
        site = build_site(load_settings(root), Options(Audience(edition, opd), DAY))
        assert site is not None
        sites.append(dict(contents(site)))
    before, after = sites
    assert any("!" in name for name in before), "packed files are opened"
    assert sorted(before.keys() ^ after.keys()) == []
    assert [name for name, content in before.items() if after[name] != content] == []


def test_what_is_concealed_is_sound_and_not_little(sample: Pair) -> None:
    written = [path for path in sample.after.rglob("*.yaml") if path.stem.startswith(("terbatas-", "tertutup-"))]
    assert len(written) >= len(SORTS)
    related = [path for path in written if len(json.loads(path.read_text("utf-8"))) > 4]
    assert len(related) > len(written) // 2
