"""The sample region as its readers get it, and what its files say of evidence, for tests of forecast and calendars."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from spbe.editions import Audience, Edition, EditionName, redact
from spbe.scoring.outcomes import outcomes
from support.regions import open_fast

TODAY = date(2026, 11, 22)


def view_of(root: Path, edition: EditionName = "publik", opd: str | None = None) -> Edition:
    opened = open_fast(root, TODAY)
    assert opened.sound, opened.problems
    return redact(opened.region, outcomes(opened.region), Audience(edition, opd))


def written(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def end_of(when: str) -> date:
    """The last day of a date that may lack its month or day."""
    year, month, day = ([int(part) for part in when.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day)
    after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return after - timedelta(days=1)
