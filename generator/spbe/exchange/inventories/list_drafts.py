"""One row of a list as what it says of one record: values, what fits nowhere, and whether a person must look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from spbe.exchange.inventories.address_reading import as_host, host_of
from spbe.exchange.inventories.mapped_rows import MappedRow, SourceCell
from spbe.exchange.inventories.value_reading import UNKNOWN
from spbe.model.record import Entri
from spbe.model.sensitive import masked

NAME: Final = "nama"
OWNER: Final = "perangkat_daerah"
STATE: Final = "keadaan"
ADDRESS: Final = "tautan"
REST: Final = "lain"
OUTSIDE: Final = ("pemilik", "pemilik_luar")
"""Fields for owners that are no office of the region, under which lists have these too."""

Doubt = Literal["refused", "owner", "several", "shifted", "address", "repeat", "name", "record", "renamed"]
"""Why a row is not simply taken: it is none, or a person must say who owns it, whether its cell holds several, where
its columns belong, which address is meant, whether it is one with another row, whether that is a name, who of list and
record is right, or whether it is the new name of an office."""


@dataclass(frozen=True)
class CellRemark:
    """Something that the report says of one cell: ``about`` is a key of the report's groups, ``text`` what stood there.

    ``text`` is empty where it must not be repeated.
    """

    cell: str
    about: str
    text: str = ""


@dataclass
class ListDraft:
    """What a row says.

    ``values`` are as authors write them; ``names`` those of other records, by field, that nobody has looked for yet;
    ``rest`` what goes to ``lain``; ``owner`` the cell that names the office, or is
    in a field for owners outside (``owner_field``) and may name one. ``doubt`` and ``reason`` say that the row
    is refused, or for a person, and why; ``parts`` are the names of several things that its name holds,
    ``like`` is the row that may speak of the same thing.
    """

    row: MappedRow
    model: type[Entri]
    values: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    rest: dict[str, str] = field(default_factory=dict)
    owner: SourceCell | None = None
    owner_field: str = OWNER
    name_cell: SourceCell | None = None
    remarks: list[CellRemark] = field(default_factory=list)
    doubt: Doubt | None = None
    doubt_cell: str = ""
    reason: str = ""
    parts: tuple[str, ...] = ()
    like: ListDraft | None = None

    @property
    def name(self) -> str:
        """What it is called; empty where the row does not say so."""
        return str(self.values.get(NAME, ""))

    @property
    def host(self) -> str | None:
        """Where it is found in the web; by its name, where that begins with a host."""
        address = self.values.get(ADDRESS)
        if isinstance(address, str) and address != UNKNOWN:
            return host_of(address)
        return as_host(self.name.partition(" ")[0]) if ADDRESS in self.model.model_fields else None

    def question(self, doubt: Doubt, cell: str, reason: str) -> None:
        """Leave the row out; the first reason stays, and repeats no secret."""
        if self.doubt is None:
            self.doubt, self.doubt_cell, self.reason = doubt, cell, masked(reason)

    def keep(self, header: str, text: str) -> None:
        """Put ``text`` with what fits nowhere, below ``header``."""
        key = " ".join(header.split())[:80].rstrip(":") or "Tanpa judul"
        if text and text not in self.rest.get(key, ""):
            self.rest[key] = f"{self.rest[key]}\n{text}" if key in self.rest else text
