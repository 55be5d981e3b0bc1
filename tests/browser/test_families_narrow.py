"""Every family of pages of the sample, 360 pixels wide, and as wide as a screen at 200 % and 400 %."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import faults_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_every_family_is_accessible_quiet_self_contained_and_fits(
    browser: Browser, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    site = built("arunika")
    assert faults_of(browser, site, served(site), "sempit") == []
