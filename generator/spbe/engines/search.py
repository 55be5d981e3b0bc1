"""The search index: Pagefind over the finished HTML. It knows Indonesian word stems and needs no server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


class SearchIndexError(Exception):
    """The index could not be made; the text is what Pagefind said."""


def index_site(folder: Path) -> None:
    """Write ``pagefind/`` into the built site in ``folder``. Raises :class:`SearchIndexError`."""
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchIndexError((done.stderr or done.stdout).strip())
