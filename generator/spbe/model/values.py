"""Simple values, read from exactly what the author wrote.

Every reader takes the text of a YAML scalar and raises ``PydanticCustomError`` whose type is the id of
the rule that was broken (``nilai-tanggal``, ``nilai-bilangan`` …); the sentence belongs to the room ``problems``.
The JSON Schema of a value names that rule as ``x-aturan``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Annotated, Any, TypeVar

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from spbe.model.dates import FIRST_YEAR, LAST_YEAR, guessed
from spbe.model.web import addresses_in, has_password

T = TypeVar("T")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_TEXT_OR_NUMBER: dict[str, Any] = {"type": ["string", "number"]}


class TextKind(Enum):
    """Marks what the text of a field is; a field without a mark holds words."""

    WORDS = "kata"
    ADDRESS = "tautan"
    ATTACHMENT = "berkas"
    CODE_OR_WORDS = "kode referensi atau kata"


class NumberKind(Enum):
    """Marks what the whole number of a field is; a field without a mark holds a count."""

    COUNT = "cacah"
    YEAR = "tahun"
    MONEY = "rupiah"


def as_text(raw: Any) -> str:
    """A scalar as text; raises rule ``nilai-teks`` for anything else."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise PydanticCustomError("nilai-teks", "text expected")
    return str(raw)


def clean_text(raw: Any) -> str:
    """Words as written, trimmed; raises ``nilai-karakter`` and ``alamat-sandi`` for what no text may hold."""
    text = as_text(raw).strip()
    if _CONTROL.search(text):
        raise PydanticCustomError("nilai-karakter", "control character")
    if "://" in text and any(map(has_password, addresses_in(text))):
        raise PydanticCustomError("alamat-sandi", "password in an address")
    return text


Teks = Annotated[str, PlainValidator(clean_text), WithJsonSchema({**_TEXT_OR_NUMBER, "x-aturan": "nilai-teks"})]
"""Words as written, trimmed; shown as text wherever they appear, never interpreted."""


@dataclass(frozen=True, slots=True, order=True)
class Tanggal:
    """A date as precise as it is known: ``2019``, ``2019-05`` or ``2019-05-31``."""

    tahun: int
    bulan: int | None = None
    hari: int | None = None

    @classmethod
    def parse(cls, raw: Any) -> Tanggal:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; raises rule ``nilai-tanggal``."""
        if isinstance(raw, Tanggal):
            return raw
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", as_text(raw).strip())
        meant = None if match and _exists(match) else guessed(as_text(raw))
        if meant is not None and meant.sebab:
            context = {"mengapa": meant.sebab, "bagian": meant.bagian, "akhir": meant.akhir}
            raise PydanticCustomError("nilai-tanggal-mustahil", "no such day", context)
        if not match or meant is not None:
            context = {"dugaan": meant.tanggal, "urutan": meant.urutan} if meant else {}
            raise PydanticCustomError("nilai-tanggal", "bad date", context)
        year, month, day = (None if part is None else int(part) for part in match.groups())
        return cls(year or 0, month, day)

    @property
    def first(self) -> date:
        """The first day that the date may mean."""
        return date(self.tahun, self.bulan or 1, self.hari or 1)

    @property
    def last(self) -> date:
        """The last day that the date may mean; an expiry "2026" lasts until 31 December."""
        if self.hari:
            return self.first
        if self.bulan:
            following = date(self.tahun + self.bulan // 12, self.bulan % 12 + 1, 1)
        else:
            following = date(self.tahun + 1, 1, 1)
        return following - timedelta(days=1)

    def __str__(self) -> str:
        parts = [f"{self.tahun:04d}"]
        if self.bulan:
            parts.append(f"{self.bulan:02d}")
        if self.hari:
            parts.append(f"{self.hari:02d}")
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
                {"type": "integer", "minimum": 1900, "maximum": 2200},
            ],
            "x-aturan": "nilai-tanggal",
        }


def _exists(match: re.Match[str]) -> bool:
    year, month, day = (1 if part is None else int(part) for part in match.groups())
    try:
        return FIRST_YEAR <= date(year, month, day).year <= LAST_YEAR
    except ValueError:
        return False


def _exact(raw: Any) -> Fraction:
    text = as_text(raw).strip().replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,15})?", text):
        raise PydanticCustomError("nilai-bilangan", "bad number")
    return Fraction(text)


def decimal_text(value: Fraction) -> str:
    """An exact decimal text of ``value``, which must have come from one (``Fraction("2.60")`` gives ``2.6``)."""
    quotient = Decimal(value.numerator) / Decimal(value.denominator)
    text = format(quotient, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


Bilangan = Annotated[
    Fraction,
    PlainValidator(_exact),
    PlainSerializer(decimal_text),
    WithJsonSchema({**_TEXT_OR_NUMBER, "x-aturan": "nilai-bilangan"}),
]
"""A number without sign, exact as written; a decimal comma is understood."""


def _year(raw: Any) -> int:
    text = as_text(raw).strip()
    if not re.fullmatch(r"(19|20|21)[0-9]{2}", text):
        meant = guessed(text)
        told = meant is not None and meant.tanggal[:4] in text  # five figures are the day of a spreadsheet, not a year
        context = {"dugaan": meant.tanggal[:4], "urutan": False} if meant and meant.tanggal and told else {}
        raise PydanticCustomError("nilai-tahun", "bad year", context)
    return int(text)


Tahun = Annotated[
    int,
    NumberKind.YEAR,
    PlainValidator(_year),
    WithJsonSchema({"type": ["integer", "string"], "pattern": r"^\d{4}$", "x-aturan": "nilai-tahun"}),
]
"""A calendar year."""


def _rupiah(raw: Any) -> int:
    text = re.sub(r"^rp\.?\s*", "", as_text(raw).strip(), flags=re.IGNORECASE)
    text = re.sub(r",(00|-)$", "", text)
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", text):
        text = text.replace(".", "")
    text = text.replace("_", "")
    if not re.fullmatch(r"[0-9]{1,16}", text):
        raise PydanticCustomError("nilai-rupiah", "bad amount")
    return int(text)


Rupiah = Annotated[
    int,
    NumberKind.MONEY,
    PlainValidator(_rupiah),
    WithJsonSchema({**_TEXT_OR_NUMBER, "x-aturan": "nilai-rupiah"}),
]
"""An amount in whole rupiah; ``1500000`` and ``Rp1.500.000`` are the same."""

_YES = {"ya", "y", "yes", "true", "benar", "1", "on"}
_NO = {"tidak", "t", "no", "n", "false", "bukan", "0", "off"}


def _yes_no(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    word = as_text(raw).strip().casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise PydanticCustomError("nilai-ya-tidak", "yes or no expected")


YaTidak = Annotated[
    bool, PlainValidator(_yes_no), WithJsonSchema({"enum": ["ya", "tidak"], "x-aturan": "nilai-ya-tidak"})
]
"""``ya`` or ``tidak``."""


def _as_list(raw: Any) -> Any:
    return [raw] if isinstance(raw, str | int | float | dict) else raw


Daftar = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
"""A list; a single value stands for a list of one."""


_OF = re.compile(r"([0-9]{1,9}) dari ([0-9]{1,9})(?: (\S.*))?")


def _counted(raw: Any) -> str:
    text = " ".join(clean_text(raw).split())
    found = _OF.fullmatch(text)
    if not found or int(found[1]) > int(found[2]):
        raise PydanticCustomError("nilai-hitungan", "not so many of so many")
    return text


Hitungan = Annotated[
    str,
    PlainValidator(_counted),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]+ dari [0-9]+( .+)?$", "x-aturan": "nilai-hitungan"}),
]
"""So many of so many, and of what: ``12 dari 30 layanan``; never more than there are."""
