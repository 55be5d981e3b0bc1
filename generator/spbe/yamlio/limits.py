"""How much one data file may hold. A record by hand is far below every one of these."""

from typing import Final

FILE_BYTES: Final = 1_000_000
"""Size of a file; 8,000 typical records of one region are 12 MB in as many files."""

DEPTH: Final = 40
"""Nested lists and mappings; a record needs six. libyaml itself fails near a few thousand."""

VALUES: Final = 100_000
"""Values after aliases are followed: an alias bomb grows by a power per line."""

SALVAGED_BYTES: Final = 10_000_000
"""Size of a file that is too large to be read, but is looked through for the names in it."""
