"""The same region at other revisions: what the git repository around it remembers."""

from spbe.history.changes import Change, Step
from spbe.history.dating import EditionDay, day_of_edition
from spbe.history.past import COMMITS, MONTHS, Past, past_of
from spbe.history.viewing import dated_view, view_of

__all__ = [
    "COMMITS",
    "MONTHS",
    "Change",
    "EditionDay",
    "Past",
    "Step",
    "dated_view",
    "day_of_edition",
    "past_of",
    "view_of",
]
