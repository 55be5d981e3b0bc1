"""How far it is from the first page to what people come for, on a phone and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def phone(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    """The home page of the sample on a phone."""
    with windows.opened(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as (page, _heard):
        page.goto(served(built("arunika")) + "/")
        yield page


def test_three_taps_lead_to_an_application_its_owner_and_its_service(phone: Page) -> None:
    phone.locator(".spbe-isi").get_by_role("link", name="Aplikasi", exact=True).first.tap()
    phone.get_by_role("link", name="Antrean Puskesmas").tap()
    phone.wait_for_url("**/arsitektur/aplikasi/antrean/")

    facts = phone.locator("main")
    assert facts.get_by_role("link", name="Dinas Kesehatan").first.is_visible()
    facts.get_by_role("link", name="Pendaftaran dan antrean puskesmas", exact=True).first.tap()
    phone.wait_for_url("**/arsitektur/layanan/antrean-puskesmas/")


def test_three_taps_on_the_search_find_the_same(phone: Page) -> None:
    phone.locator("[data-spbe-temukan]").first.tap()
    phone.locator("#spbe-cari-kata").fill("simpeg")
    hit = phone.locator(".spbe-cari__hasil a").first
    hit.wait_for()
    told = phone.locator(".spbe-cari__hasil li").first.inner_text()
    hit.tap()

    phone.wait_for_url("**/arsitektur/aplikasi/simpeg/")
    assert "Aplikasi" in told
    assert "Badan Kepegawaian" in told
    assert not phone.locator(".spbe-cari[open]").count()


def test_three_taps_lead_from_the_first_page_to_the_evidence_of_an_indicator(phone: Page) -> None:
    phone.get_by_role("link", name="Setiap indikator dengan buktinya").tap()
    phone.get_by_role("link", name="I11 Arsitektur SPBE").first.tap()
    phone.locator("main").get_by_role("link", name="Dokumen Arsitektur SPBE Kabupaten Arunika").first.tap()

    phone.wait_for_url("**/bukti/#arsitektur-2025")
    assert phone.locator("#arsitektur-2025").is_visible()
