"""Changes of a region as values: made, laid over, checked, and only then written, whole or not at all.

A change is tried by :mod:`spbe.changes.trial`, which only those import who do: it brings every check along.
"""

from spbe.changes.change import Change, of_edits, of_new_files

__all__ = ["Change", "of_edits", "of_new_files"]
