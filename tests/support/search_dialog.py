"""The search dialog of a page, as a test uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def answered(page: Page, words: str) -> None:
    """Wait until the dialog tells what it found for ``words``, and not for their beginning."""
    page.wait_for_function(
        "words => document.querySelector('.spbe-cari__kabar').textContent.includes(`“${words}”`)", arg=words
    )
