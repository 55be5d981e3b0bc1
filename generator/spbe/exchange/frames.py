"""Tables as data frames, for analysis and for formats that pandas writes.

pandas is imported here and nowhere on the way to a page: see decision 0007.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spbe.exchange.cells import flat_table
from spbe.exchange.tables import DataTable

if TYPE_CHECKING:
    import pandas as pd


def frame(table: DataTable) -> pd.DataFrame:
    """``table`` as its CSV file has it: every cell a text, nothing guessed; an empty one is the empty text."""
    import pandas as pd

    headings, rows = flat_table(table)
    return pd.DataFrame(rows, columns=headings, dtype=str)
