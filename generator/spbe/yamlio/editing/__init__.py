"""Changing what a file says and nothing else: every comment, blank line, order and way of writing stays.

:func:`edited` takes the whole new value and finds the edits; the others name one edit. All of them write by the same
means (:mod:`spbe.yamlio.editing.patch`), and none returns a text that was not read again and found to say exactly what
it should.
"""

from spbe.yamlio.editing.edits import edited, renamed, with_item, with_value, without
from spbe.yamlio.editing.patch import NotEditableError

__all__ = ["NotEditableError", "edited", "renamed", "with_item", "with_value", "without"]
