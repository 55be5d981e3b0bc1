"""What things are called by: ids of records, codes of indicators and of the reference architecture, accounts.

They are read like the other values (:mod:`spbe.model.values`), from exactly what the author wrote.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Final

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from spbe.model.file_names import is_device
from spbe.model.values import as_text

ID_LENGTH: Final = 64
"""How long an id may be."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_INDICATOR = re.compile(r"[A-Za-z][A-Za-z0-9]{0,15}(?:\.[0-9]{1,3})*")
_ACCOUNT = re.compile(r"@?[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,3}")
_JOINING = frozenset({"dan", "atau", "serta", "di", "ke", "dari", "pada", "untuk", "yang", "dengan"})


def _id(raw: Any) -> str:
    text = as_text(raw).strip()
    if len(text) > ID_LENGTH or not _ID.fullmatch(text):
        raise PydanticCustomError("nilai-id", "bad id", {"saran": slug(text)})
    return _not_a_device(text)


def _not_a_device(text: str) -> str:
    if is_device(text):
        raise PydanticCustomError(
            "nama-berkas", "a device of Windows", {"kesalahan": "perangkat", "saran": f"{text}-1"}
        )
    return text


def slug(text: str) -> str:
    """The id that a name suggests: ASCII, lower case, whole words joined by hyphens; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(whole) <= ID_LENGTH:
        return whole
    words = whole[: ID_LENGTH + 1].split("-")[:-1]  # the last one may be cut
    while len(words) > 1 and words[-1] in _JOINING:
        words.pop()
    return "-".join(words) or whole[:ID_LENGTH]


Id = Annotated[
    str,
    PlainValidator(_id),
    WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$", "x-aturan": "nilai-id"}),
]
"""A record's permanent name: lower-case letters, digits and hyphens, at most 64 characters."""


def _reference_code(raw: Any) -> str:
    text = as_text(raw).strip().upper()
    if not re.fullmatch(r"(RAB|RAL|RAD|RAA|RAI|RAK)(\.[0-9]{2}){1,7}", text):
        raise PydanticCustomError("nilai-kode-referensi", "bad reference code")
    return text


KodeReferensi = Annotated[
    str,
    PlainValidator(_reference_code),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(RAB|RAL|RAD|RAA|RAI|RAK)(\.[0-9]{2}){1,7}$",
            "x-aturan": "nilai-kode-referensi",
        }
    ),
]
"""A code of the reference architecture such as ``RAA.02.02``."""


def _account(raw: Any) -> str:
    text = as_text(raw).strip()
    if not _ACCOUNT.fullmatch(text):
        raise PydanticCustomError("nilai-akun", "bad account")
    return text


Akun = Annotated[
    str,
    PlainValidator(_account),
    WithJsonSchema({"type": "string", "pattern": f"^{_ACCOUNT.pattern}$", "x-aturan": "nilai-akun"}),
]
"""A person's or team's account where the repository is kept: ``@kota/diskominfo``; the ``@`` may be left out."""


def _part_code(raw: Any) -> str:
    text = as_text(raw).strip()
    if not _INDICATOR.fullmatch(text):
        raise PydanticCustomError("nilai-kode", "bad code")
    return _not_a_device(text)


Kode = Annotated[
    str,
    PlainValidator(_part_code),
    WithJsonSchema(
        {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9]{0,15}(\.[0-9]{1,3})*$", "x-aturan": "nilai-kode"}
    ),
]
"""The code of an indicator, aspect or domain within its instrument (``I35.1``); it becomes part of an address."""


def _within(raw: Any) -> str | None:
    """An indicator named with what it stands in, which is an id; ``None`` when it is not that."""
    text = as_text(raw).strip()
    holder, _, code = text.partition("/")
    return text if len(holder) <= ID_LENGTH and _ID.fullmatch(holder) and _INDICATOR.fullmatch(code) else None


def _indicator_code(raw: Any) -> str:
    text = _within(raw)
    if text is None:
        raise PydanticCustomError("nilai-indikator", "bad indicator")
    return text


def _origin(raw: Any) -> str:
    text = _within(raw)
    if text is None:
        raise PydanticCustomError("nilai-asal", "bad origin")
    return text


_WITHIN_SCHEMA = {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*/[A-Za-z][A-Za-z0-9]*(\.[0-9]+)*$"}

KodeIndikator = Annotated[
    str, PlainValidator(_indicator_code), WithJsonSchema({**_WITHIN_SCHEMA, "x-aturan": "nilai-indikator"})
]
"""An indicator named with its instrument, such as ``permenpanrb-59-2020/I11``; whether both exist is not known here."""


AsalJawaban = Annotated[str, PlainValidator(_origin), WithJsonSchema({**_WITHIN_SCHEMA, "x-aturan": "nilai-asal"})]
"""An answer named with its assessment, such as ``2025/I11``; whether it exists is not known here."""
