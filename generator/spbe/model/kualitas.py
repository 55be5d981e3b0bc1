"""Limits of data quality that a region sets itself: ``architecture/kualitas.yaml``, read by the ratchet only."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from spbe.model.base import Base, field
from spbe.model.identifiers import Id
from spbe.model.values import as_text


def _share(raw: Any) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,9})\s*/\s*([0-9]{1,9})", as_text(raw).strip())
    part, whole = (int(found[1]), int(found[2])) if found else (1, 0)
    if part > whole or whole == 0:
        raise PydanticCustomError("nilai-kualitas", "not a share", {"saran": "812/1000"})
    return part, whole


def _count(raw: Any) -> int:
    text = as_text(raw).strip()
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise PydanticCustomError("nilai-kualitas", "not a count", {"saran": "3"})
    return int(text)


Bagian = Annotated[
    tuple[int, int],
    PlainValidator(_share),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]+ */ *[0-9]+$", "x-aturan": "nilai-kualitas"}),
]
"""A share as it is counted: so many of so many. The second number is never nought."""

Batas = Annotated[
    int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0, "x-aturan": "nilai-kualitas"})
]
"""How many there may be at most."""


class Kualitas(Base):
    """What may not get worse; a kind or a finding that is not named has no limit."""

    kelengkapan: dict[Id, Bagian] = field(
        "internal",
        "Kelengkapan",
        "Jenis catatan ke bagian isian yang harus terisi: sekian dari sekian.",
        example="{aplikasi: 812/1000}",
        default={},
    )
    temuan: dict[Id, Batas] = field(
        "internal",
        "Temuan",
        "Temuan kualitas data ke jumlah catatan yang paling banyak boleh memilikinya.",
        example="{tanpa-pemilik: 3}",
        default={},
    )
