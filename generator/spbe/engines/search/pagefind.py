"""The search index: Pagefind over the content of the pages. It knows Indonesian word stems and needs no server.

What is indexed stands in a folder of its own, without the theme around it, so that Pagefind can work while the theme's
pages are still being written, and so that no template decides what is found.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import quote

from spbe.engines.output.scratch import Scratch
from spbe.engines.search.facets import write_facets
from spbe.i18n import gettext

LIMIT: Final = 600
"""Seconds after which Pagefind is given up."""


class SearchIndexError(Exception):
    """The index could not be made; the text is what Pagefind said."""


@dataclass(frozen=True)
class Findable:
    """What search may find: its address below the site's root, and a document of what it says."""

    address: str
    html: str


def _program() -> list[str]:
    """How Pagefind is started.

    Its own wheel starts it by another Python, which takes as long as the index of a small site; that is left to
    whoever names another program by the variable that Pagefind knows.
    """
    if "PAGEFIND_BINARY_PATH" not in os.environ:
        with suppress(ImportError, FileNotFoundError):
            from pagefind_bin import get_executable  # type: ignore[import-untyped]

            return [str(get_executable())]
    return [sys.executable, "-m", "pagefind"]


class SearchIndex:
    """The making of one index at a time, beside whatever else goes on."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._scratch: Scratch | None = None
        self._waiting: Thread | None = None
        self._fault: Exception | None = None

    def start(self, pages: Iterable[Findable], output: Path) -> None:
        """Begin to write the index of ``pages`` into the folder ``output``."""
        self.stop()
        self._scratch = Scratch("spbe-cari-")
        folder = self._scratch.folder
        for page in pages:
            # All in one folder: making thousands of folders takes longer than indexing what is in them.
            # The name is the address, which the dialog reads from it.
            name = quote(page.address, safe="") or "index"
            (folder / f"{name}.html").write_text(page.html, "utf-8", newline="\n")
        where = ["--site", str(folder), "--output-path", str(output)]
        self._process = subprocess.Popen(
            [*_program(), *where, "--include-characters", "#+", "--quiet"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        self._fault = None
        self._waiting = Thread(target=self._complete, args=(self._process, output), daemon=True)
        self._waiting.start()

    def _complete(self, process: subprocess.Popen[str], output: Path) -> None:
        """Wait for Pagefind, then add what the dialog needs beside its index; a preview waits for neither."""
        try:
            said, _nothing = process.communicate()
            if process.returncode == 0:
                write_facets(output)
            else:
                self._fault = SearchIndexError(said.strip())
        except Exception as error:  # noqa: BLE001  (a thread that dies would leave a site without facets in silence)
            self._fault = SearchIndexError(f"{type(error).__name__}: {error}")

    def finish(self) -> None:
        """Wait until the index is there. Raises :class:`SearchIndexError`."""
        if self._waiting is None:
            return
        self._waiting.join(LIMIT)
        late = self._waiting.is_alive()
        self.stop()
        if late:
            raise SearchIndexError(gettext("Pagefind belum selesai setelah {n} detik.").format(n=LIMIT))
        if self._fault is not None:
            raise self._fault

    def stop(self) -> None:
        """Give up what is at work, and remove what it worked on."""
        if self._process is not None:
            self._process.kill()
            self._process = None
        if self._waiting is not None:
            self._waiting.join()
            self._waiting = None
        if self._scratch is not None:
            self._scratch.end()
            self._scratch = None
