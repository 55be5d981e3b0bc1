"""The search index: Pagefind over the finished HTML. It knows Indonesian word stems and needs no server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from spbe.i18n import gettext

LIMIT: Final = 600
"""Seconds after which Pagefind is given up."""


class SearchIndexError(Exception):
    """The index could not be made; the text is what Pagefind said."""


def index_site(folder: Path) -> None:
    """Write ``pagefind/`` into the built site in ``folder``. Raises :class:`SearchIndexError`."""
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)
    except subprocess.TimeoutExpired as error:
        raise SearchIndexError(gettext("Pagefind belum selesai setelah {n} detik.").format(n=LIMIT)) from error
    if done.returncode:
        raise SearchIndexError((done.stderr or done.stdout).strip())
