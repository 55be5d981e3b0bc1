"""The style sheet of every site: one file, put together of one per component and one per page.

They lie in ``styles/`` of the template folders under the names of the templates that they belong to; ``base/`` holds
what all pages share. Their order is that of the cascade.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from spbe.site.page import Asset

FOLDER: Final = "styles"
SHEET: Final = "aset/spbe.css"
"""Where the sheet lies on the site."""

PARTS: Final = (
    "base/colours",
    "base/words",
    "components/notices",
    "components/header",
    "components/contents",
    "components/sections",
    "base/lists",
    "components/trail",
    "pages/beranda/ikhtisar",
    "components/predicate_ruler",
    "components/counts",
    "pages/arsitektur/ikhtisar",
    "components/house",
    "components/figures",
    "components/levels",
    "components/states",
    "components/record_summary",
    "components/attributes",
    "components/relations",
    "base/hand_written_tables",
    "components/table",
    "components/chart",
    "components/timeline",
    "components/count_lists",
    "components/criteria",
    "components/search",
    "components/footer",
    "pages/unduhan/ikhtisar",
    "pages/unduhan/sematan",
    "pages/perubahan/ikhtisar",
    "base/wide_screens",
    "base/narrow_screens",
    "base/print",
    "base/forced_colours",
    "pages/indeks/banding",
    "pages/indeks/masa_berlaku",
    "pages/indeks/penilaian",
    "pages/indeks/kesesuaian",
    "pages/indeks/cerita",
    "pages/indeks/laporan",
    "pages/indeks/langkah",
    "pages/arsitektur/cakupan/domain",
    "pages/peta_rencana/ikhtisar",
    "pages/arsitektur/matriks/matriks",
    "pages/arsitektur/jelajah",
    "pages/arsitektur/catatan",
    "pages/arsitektur/integrasi",
    "pages/arsitektur/tumpang_tindih",
    "components/search_filters",
    "pages/perangkat_daerah/perangkat_daerah",
    "pages/kualitas_data/ikhtisar",
)
"""The parts of the sheet, without ending."""


def sheet_in(folders: Iterable[Path]) -> Asset:
    """The whole sheet; of each part the first of ``folders`` that has it wins."""
    places = tuple(folders)
    files = (
        next(folder / FOLDER / f"{part}.css" for folder in places if (folder / FOLDER / f"{part}.css").is_file())
        for part in PARTS
    )
    return Asset(SHEET, b"\n".join(file.read_bytes() for file in files))
