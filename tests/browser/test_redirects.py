"""A former address leads on with the part of the page that a link named; without a script it leads on all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.windows import Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REST = "?urut=-nama#awal"


def test_the_part_of_the_page_and_the_query_go_along(
    windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    base = served(built("arunika"))
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=base) as (page, heard):
        for former, present in ((f"/mutu-data/{REST}", f"/kualitas-data/{REST}"), ("/mutu-data/", "/kualitas-data/")):
            page.goto(former, wait_until="commit")
            page.wait_for_url(base + present)
        assert [one for one in heard if one.startswith("error: ")] == []


def test_from_a_disk_they_go_along_too(windows: Windows, offline: Path) -> None:
    with windows.opened(offline=True) as (page, _heard):
        page.goto((offline / "mutu-data/index.html").as_uri() + REST, wait_until="commit")
        page.wait_for_url((offline / "kualitas-data/index.html").as_uri() + REST)


def test_without_a_script_the_page_is_reached(
    windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    with windows.opened(viewport={"width": 1280, "height": 900}, java_script_enabled=False) as (page, _heard):
        page.goto(f"{served(built('arunika'))}/mutu-data/{REST}", wait_until="commit")
        page.wait_for_url("**/kualitas-data/**")
