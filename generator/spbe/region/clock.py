"""The clock is an input: one reference date for every age, expiry and forecast of a build."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from spbe.sources.folder import Walk

DATA_FOLDERS = ("content", "indicators", "architecture")


def reference_date(root: Path, given: date | None = None) -> date:
    """``given``, else ``SOURCE_DATE_EPOCH``, else the date of the commit, else of the newest data file.

    The last is for a folder that is not (yet) under version control. Today's date is never read.
    """
    if given is not None:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch(r"[0-9]{1,11}", epoch):  # until the year 5138
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return _commit_date(root) or _newest_file(root)


def _commit_date(root: Path) -> date | None:
    try:
        said = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", "."],  # noqa: S607  (git as the user has it)
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    seconds = said.stdout.strip()
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None


def _newest_file(root: Path) -> date:
    newest = 0.0
    for folder in DATA_FOLDERS:
        walk = Walk(root / folder)
        for path in walk.files(walk.top):
            try:
                newest = max(newest, path.stat().st_mtime)
            except OSError:  # reading it will say so
                continue
    return datetime.fromtimestamp(newest, UTC).date()
