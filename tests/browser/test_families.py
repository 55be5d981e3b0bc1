"""A page of every family of the sample and of the regions with real figures, and that no family is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spbe.model.kinds import KINDS
from spbe.site.addresses import has_pages
from support.page_families import (
    EXTREMES,
    HAND_WRITTEN,
    PREVIEW_ONLY,
    TEMPLATES,
    WRONG_ADDRESS,
    elements_of,
    families,
    found_in,
)
from support.page_visits import Known, Visitor
from support.regions import ROOT, build_region, copy_region

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def known() -> Known:
    """What was examined in one region needs no second look in another."""
    return Known()


@pytest.fixture(scope="module")
def met() -> set[tuple[str, str, str]]:
    """The sorts of elements of the pages that were visited, whatever their region."""
    return set()


OF_OTHER_FIGURES = {
    *("beranda", "indeks", "indeks-banding", "indeks-penilaian", "indeks-langkah", "indeks-laporan", "indeks-ulasan"),
    "indikator-indikator.permenpanrb-5-2018",
}
"""Families that tell other figures in Madiun than elsewhere, for it was assessed by another instrument."""
TO_VISIT = {"arunika": None, "bandar-lampung": {WRONG_ADDRESS}, "madiun": OF_OTHER_FIGURES}
"""Families to be visited in any case, ``None`` for all. Of the others a page whose like was met needs no visit."""


@pytest.fixture(params=TO_VISIT)
def visited(
    request: pytest.FixtureRequest, built: Callable[[str], Path], served: Callable[[Path], str], tmp_path: Path
) -> tuple[Path, str]:
    """A site and its address."""
    site = built(request.param)
    if request.param == "arunika":
        return site, served(site)
    # The addresses of the others are below a folder, and their page for wrong ones says so.
    (tmp_path / request.param).symlink_to(site)
    return site, f"{served(tmp_path)}/{request.param}"


def test_every_family_is_accessible_quiet_self_contained_and_fits(
    browser: Browser, visited: tuple[Path, str], known: Known, met: set[tuple[str, str, str]]
) -> None:
    site, base = visited
    in_any_case = TO_VISIT[site.parent.name]
    visitor = Visitor(browser, base, known)
    for family, address in families(site).items():
        elements = elements_of(site, address)
        if in_any_case is None or family in in_any_case or not elements <= met:
            visitor.visit(address)
            met |= elements

    assert visitor.close() == []


@pytest.mark.deep
def test_every_family_is_so_all_over_in_both_schemes_on_both_screens(
    browser: Browser, visited: tuple[Path, str], told: Callable[[str], None]
) -> None:
    """Every thing on every page, though pages before have shown the same."""
    site, base = visited
    faults = []
    for address in families(site).values():
        visitor = Visitor(browser, base)
        for _ in range(2):  # which are both schemes on both screens
            visitor.visit(address)
        faults += visitor.close()
    told(f"{site.parent.name}: all of {len(families(site))} pages was examined on both screens in both schemes")

    assert faults == []


def test_pages_that_the_public_does_not_see_are_no_worse(
    browser: Browser, served: Callable[[Path], str], tmp_path: Path, known: Known
) -> None:
    root = copy_region(ROOT / "tests/data/jombang", tmp_path / "wilayah")
    done = build_region(root, "--edition", "internal", "--per-tanggal", "2021-04-20")
    assert done.returncode == 0, done.stderr
    site = root / "site-internal"
    assert {family.split(".")[0] for family in families(site)} >= NOT_PUBLIC
    visitor = Visitor(browser, served(site), known)
    for address in ("/risiko/", "/indeks/2021/status/"):
        visitor.visit(address)
    assert visitor.close() == []


def test_the_sample_has_every_family_and_kind_of_record(built: Callable[[str], Path]) -> None:
    visited = families(built("arunika"))
    kinds = {family.split(".")[0] for family in visited}

    assert kinds - EXTREMES == TEMPLATES - PREVIEW_ONLY - NOT_PUBLIC | {HAND_WRITTEN, WRONG_ADDRESS}
    records = {
        family.removeprefix("arsitektur-catatan.") for family in visited if family.startswith("arsitektur-catatan.")
    }
    assert records == {kind for kind in KINDS if has_pages(kind)} - OWN_FAMILIES


OWN_FAMILIES = {"perangkat-daerah", "peta-rencana"}
"""Kinds whose records have pages of a family of their own: offices and activities."""

NOT_PUBLIC = {"indeks-status", "risiko"}
"""Families of pages that only those see who work on the data."""

# Neither has dated evidence, a calendar or recommendations; Madiun's newest instrument has no claims to be counted.
UNTOLD = {
    "bandar-lampung": {"indeks-masa-berlaku", "indeks-jadwal", "tindak-lanjut"},
    "madiun": {"indeks-masa-berlaku", "indeks-jadwal", "tindak-lanjut", "indeks-kesesuaian"},
}


OF_RECORDS = {
    *(
        "arsitektur-catatan",
        "perangkat-daerah-perangkat-daerah",
        "kualitas-data-temuan",
        "kualitas-data-perangkat-daerah",
        "arsitektur-dampak",
        "arsitektur-catatan-dampak",
        "arsitektur-cakupan",
        "arsitektur-cakupan-domain",
    ),
    *(
        "arsitektur-cakupan-kode",
        "arsitektur-matriks",
        "arsitektur-matriks-matriks",
        "arsitektur-tumpang-tindih",
        "arsitektur-integrasi",
        "arsitektur-kesenjangan",
        "arsitektur-jelajah",
        "arsitektur-rumah-bacaan",
        "peta-rencana-kegiatan",
    ),
}
"""Families that only a region with records has."""


@pytest.mark.parametrize("name", UNTOLD)
def test_real_regions_have_every_family_but_records_and_an_empty_list(name: str, built: Callable[[str], Path]) -> None:
    visited = families(built(name))
    kinds = {family.split(".")[0] for family in visited}

    assert TEMPLATES - PREVIEW_ONLY - OF_RECORDS - NOT_PUBLIC - kinds == UNTOLD[name]
    assert "kosong" in visited
    assert {page.family for page in found_in(built(name))} <= visited.keys()
