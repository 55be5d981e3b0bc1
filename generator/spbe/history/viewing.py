"""A region that was opened, as an audience sees it: reduced, and dated by what they may know of."""

from __future__ import annotations

from dataclasses import replace

from spbe.checks import Opened
from spbe.editions import Audience, Edition, redact
from spbe.editions.written import shown_in
from spbe.history.dating import day_of_edition
from spbe.scoring.outcomes import outcomes


def view_of(opened: Opened, audience: Audience) -> Edition:
    """What follows from levels, computed on the whole region, then everything reduced together and dated."""
    return dated_view(opened, audience)[0]


def dated_view(opened: Opened, audience: Audience) -> tuple[Edition, bool]:
    """The view, and whether its date is known: where none was asked for, what is hidden must not move it."""
    region = opened.region
    view = redact(region, outcomes(region), audience)
    if opened.clock.given or audience.is_whole:
        return view, True
    day = day_of_edition(view, opened.root, shown_in(view, opened.content)).day
    return replace(view, region=replace(view.region, date=day or region.date)), day is not None
