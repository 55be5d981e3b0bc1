"""Every family of pages of the regions with real figures, of which much is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import SCREENS, Measured, faults_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def measured() -> dict[str, Measured]:
    """What was measured in the one region needs no measuring in the other, by screen."""
    return {screen: Measured(Counter) for screen in SCREENS}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", ["bandar-lampung", "madiun"])
def test_every_family_is_accessible_quiet_self_contained_and_fits(
    name: str,
    screen: str,
    browser: Browser,
    built: Callable[[str], Path],
    served: Callable[[Path], str],
    tmp_path: Path,
    measured: dict[str, Measured],
) -> None:
    site = built(name)
    (tmp_path / name).symlink_to(site)  # their addresses are below a folder, and the page for wrong ones says so
    assert faults_of(browser, site, f"{served(tmp_path)}/{name}", screen, measured[screen]) == []
