"""Changes of a region as values: made, laid over, checked, and only then written, whole or not at all.

What a change would mean for the check is in :mod:`spbe.changes.consequences`, which only those import who ask.
"""

from spbe.changes.change import Change, of_edits, of_new_files

__all__ = ["Change", "of_edits", "of_new_files"]
