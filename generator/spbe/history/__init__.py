"""The same region at other revisions: what the git repository around it remembers."""

from spbe.history.changes import HistoryStep, RecordChange
from spbe.history.dating import EditionDay, day_of_edition
from spbe.history.past import COMMITS, MONTHS, Past, past_of
from spbe.history.viewing import dated_view, view_of

__all__ = [
    "COMMITS",
    "MONTHS",
    "EditionDay",
    "HistoryStep",
    "Past",
    "RecordChange",
    "dated_view",
    "day_of_edition",
    "past_of",
    "view_of",
]
