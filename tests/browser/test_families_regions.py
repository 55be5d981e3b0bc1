"""Every family of pages of the regions with real figures, of which much is empty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import faults_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("screen", ["lebar", "sempit"])
@pytest.mark.parametrize("name", ["bandar-lampung", "madiun"])
def test_every_family_is_accessible_quiet_self_contained_and_fits(
    name: str,
    screen: str,
    browser: Browser,
    built: Callable[[str], Path],
    served: Callable[[Path], str],
    tmp_path: Path,
) -> None:
    site = built(name)
    (tmp_path / name).symlink_to(site)  # their addresses are below a folder, and the page for wrong ones says so
    assert faults_of(browser, site, f"{served(tmp_path)}/{name}", screen) == []
