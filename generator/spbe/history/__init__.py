"""The same region at other revisions: what the git repository around it remembers."""

from spbe.history.changes import Change, Step
from spbe.history.past import COMMITS, MONTHS, Past, past_of

__all__ = ["COMMITS", "MONTHS", "Change", "Past", "Step", "past_of"]
