"""spbe: a region's e-government architecture and maturity index, from YAML to a published site.

The rooms of this package and the one way through them are described in ``docs/arsitektur-kode.md``.
"""

from __future__ import annotations

from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas as pd

__version__ = "0.1.0"


def frames(
    root: str | PathLike[str],
    *,
    edition: Literal["publik", "opd", "internal"] = "publik",
    opd: str | None = None,
    today: date | None = None,
) -> dict[str, pd.DataFrame]:
    """The region at ``root`` as pandas data frames: a frame per kind of record, and for assessments and relations.

    They hold what ``/unduhan/`` of the edition holds, under the same names: ``aplikasi``, ``layanan`` …,
    ``penilaian`` (heads), ``indeks`` (a row per stage), ``jawaban`` (indicators), ``relasi``. What is missing is
    ``pandas.NA``; why is told by name of field in ``tanpa_nilai``. Lists are lists. ``today`` is the reference date,
    by default that of the last commit which changed the edition.

    Raises :class:`spbe.problems.usage.RefusalError` with the report of ``spbe check`` where the data has errors, and
    :class:`spbe.problems.usage.WrongUsageError` for an edition or office that there is not.
    """
    from spbe.exchange.frames import region_frames

    return region_frames(Path(root), edition, opd, today)
