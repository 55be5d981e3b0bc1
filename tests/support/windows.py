"""Windows of the browser that tests use one after another, each as if it were new.

A window of its own costs a test more processor time than most of what it does there: the process behind it has to start
and to read every script of the page again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


class Windows:
    """The windows of a run of tests, one for each choice of settings of ``Browser.new_context``.

    What cannot be undone is not for them: scripts for every page, a clock of one's own, downloads that go on.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.kept: dict[str, Page] = {}
        self.used: set[str] = set()
        self.heard: dict[str, list[str]] = {}

    @contextmanager
    def opened(self, **settings: Any) -> Iterator[tuple[Page, list[str]]]:
        """A window without a page, and a list to which the errors of its scripts and its requests are added.

        An entry is ``error: TEXT`` or the address asked for.
        """
        name = repr(sorted(settings.items()))
        assert name not in self.used, "two windows alike at once: open one with `browser.new_context`"
        self.used.add(name)
        if name not in self.kept:
            self.heard[name] = heard = []
            self.kept[name] = page = self.browser.new_context(**settings).new_page()
            page.on("pageerror", lambda error: heard.append(f"error: {error}"))
            page.on("request", lambda request: heard.append(request.url))
        page, heard = self.kept[name], self.heard[name]
        heard.clear()
        try:
            yield page, heard
            self._clear(page, settings)
        except BaseException:  # nobody knows what is left in it
            self.kept.pop(name).context.close()
            raise
        finally:
            self.used.remove(name)

    def close(self) -> None:
        for page in self.kept.values():
            page.context.close()

    def _clear(self, page: Page, settings: dict[str, Any]) -> None:
        page.unroute_all(behavior="ignoreErrors")
        if settings.get("java_script_enabled", True):
            forget(page)
        else:
            page.goto("about:blank")
        for more in page.context.pages:
            if more is not page:
                more.close()
        page.context.clear_cookies()
        page.context.clear_permissions()
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
        page.set_viewport_size(settings.get("viewport", {"width": 1280, "height": 720}))


def forget(page: Page) -> None:
    """Leave the page, and what it stored: who opens an address now is somebody to whom it was sent."""
    if page.url.startswith(("http", "file")):
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.context.clear_cookies()
    page.goto("about:blank")
