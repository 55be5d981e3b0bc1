"""The script offers to copy the address of a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.windows import Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_link_of_a_page_is_copied_and_that_is_said(
    windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    base = served(built("arunika"))
    address = f"{base}/indeks/2025/cerita/"
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=base) as (page, _heard):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(address)
        page.get_by_role("button", name="Salin tautan").click()
        page.locator(".ubah [role=status]", has_text="Tautan tersalin").wait_for()

        assert page.evaluate("navigator.clipboard.readText()") == address
