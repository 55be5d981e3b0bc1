"""The list of problems, which only a preview shows, passes the same gate as every other family."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import Visitor
from support.preview import Preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_list_of_problems_is_accessible_quiet_self_contained_and_fits(browser: Browser, minimal: Path) -> None:
    (minimal / "architecture/aplikasi/rusak.yaml").write_text(f"id: {{rusak\n{'panjang' * 40}: x\n", "utf-8")
    running = Preview(minimal)
    try:
        running.wait_for("/", r"spbe-isi--masalah")
        visitor = Visitor(browser, running.address)
        visitor.visit("/")
        assert visitor.page.locator(".spbe-isi--masalah").count() == 1
        assert [fault for fault in visitor.close() if "/livereload/" not in fault] == []
    finally:
        running.stop()
