"""Changes of a region as values: made, laid over, checked, and only then written, whole or not at all."""

from spbe.changes.change import Change, of_new_files

__all__ = ["Change", "of_new_files"]
