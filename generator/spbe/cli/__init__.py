"""The command line: one thin module per command; what they share is in :mod:`spbe.cli.program` and ``options``.

Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 a fault of ours.
"""

from spbe.cli.program import Program

__all__ = ["main"]

main = Program("spbe")
"""The ``spbe`` command."""
