"""Kinds that are several classes, told apart by ``jenis``.

Each class fixes its own ``jenis`` with :class:`Jenis`; one more class takes the records without one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from spbe.model.base import field
from spbe.model.choices import Pilihan


@dataclass(frozen=True)
class Jenis:
    """Marks the field ``jenis`` of one class of a union: only ``kode`` of ``daftar`` is accepted, in any spelling.

    ``kode`` is ``None`` in the class for records without ``jenis``: there every text breaks ``nilai-pilihan``.
    """

    daftar: Pilihan
    kode: str | None

    def _validate(self, raw: Any, info: ValidationInfo) -> str | None:
        if raw is None and self.kode is None:
            return None
        code = self.daftar.read(raw, info)
        if code != self.kode:
            accepted = list(self.daftar.nilai) if self.kode is None else [self.kode]
            raise PydanticCustomError("nilai-pilihan", "not in list", {"pilihan": accepted, "tulisan": str(raw)})
        return code

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: Any) -> dict[str, Any]:
        if self.kode is None:
            return {"type": "null"}
        return {
            "const": self.kode,
            "title": self.daftar.label(self.kode),
            "x-daftar": self.daftar.nama,
            "x-ejaan": self.daftar.spellings(self.kode),
        }


def jenis_field(kode: str | None, source: str | None = None) -> Any:
    """Declare ``jenis`` in one class of a union; ``source`` is the name of the object in SIA-SPBE."""
    return field(
        "publik", "Jenis", "Jenis catatan; isian lain mengikuti jenis ini.", source=source, example=kode, default=kode
    )


def code_in(raw: object, daftar: Pilihan) -> str | None:
    """The code of ``jenis`` in a raw mapping or a made record; ``None`` if it has none that ``daftar`` knows."""
    written = raw.get("jenis") if isinstance(raw, dict) else getattr(raw, "jenis", None)
    return daftar.find(written) if isinstance(written, str) else None
