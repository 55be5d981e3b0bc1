"""The matrices as data: which records are rows and columns, and which relation marks a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

JENIS: Final = "jenis-keamanan"
"""The kind of the nodes that stand for a ``jenis`` of security; ``Node(JENIS, "")`` for records without one."""


@dataclass(frozen=True, slots=True)
class MatrixKind:
    """The declaration of a matrix.

    ``rows`` are kinds of records, ``columns`` is one, or :data:`JENIS`.

    Records of ``holder`` name the other end in a field of ``marks``, which maps it to the letter of the cell. With
    :data:`JENIS` as columns a cell holds the number of records instead.
    """

    id: str
    rows: tuple[str, ...]
    columns: str
    holder: str
    marks: Mapping[str, str] = field(hash=False)

    @property
    def counted(self) -> bool:
        """Whether cells hold numbers."""
        return self.columns == JENIS


MATRICES: Final = (
    MatrixKind(
        "opd-aplikasi",
        ("aplikasi",),
        "perangkat-daerah",
        "aplikasi",
        {"perangkat_daerah": "M", "pengguna": "P"},
    ),
    MatrixKind("layanan-aplikasi", ("layanan",), "aplikasi", "aplikasi", {"layanan": "D"}),
    MatrixKind("aplikasi-data", ("aplikasi",), "data", "aplikasi", {"data_dipakai": "P", "data_dihasilkan": "H"}),
    MatrixKind("aplikasi-infrastruktur", ("aplikasi",), "infrastruktur", "aplikasi", {"infrastruktur": "J"}),
    MatrixKind("keamanan", ("aplikasi", "data", "infrastruktur"), JENIS, "keamanan", {"melindungi": ""}),
)
"""Every matrix, in the order in which they are offered."""
