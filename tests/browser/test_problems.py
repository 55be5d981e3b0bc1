"""The list of problems, which only a preview shows, passes the same gate as every other family."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import Visitor
from support.preview import Preview
from support.regions import copy_region

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_list_of_problems_is_accessible_quiet_self_contained_and_fits(
    browser: Browser, built: Callable[[str], Path], tmp_path: Path
) -> None:
    region = copy_region(built("bandar-lampung").parent, tmp_path / "region")
    (region / "indicators/2023/nilai.yaml").write_text(f"I1: {{akhir: 3\n{'panjang' * 40}: x\n", "utf-8")
    running = Preview(region, "/bandar-lampung")
    try:
        running.wait_for("/", r"spbe-isi--masalah")
        visitor = Visitor(browser, running.address)
        visitor.visit("/")
        assert visitor.page.locator(".spbe-isi--masalah").count() == 1
        assert [fault for fault in visitor.close() if "/livereload/" not in fault] == []
    finally:
        running.stop()
