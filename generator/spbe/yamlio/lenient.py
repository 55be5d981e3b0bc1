"""What is read beside the usual form of a value, as JSON Schema: the editor shall not mark what the check accepts.

A file stands as an editor parses it: ``2.60`` and ``031101`` are numbers there, ``true`` is no text. Where a schema
cannot say what the check knows (a 31 February) it accepts more, never less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from spbe.model.base import ABSENCE_WORDS

Schema = dict[str, Any]

_ID: Final = r"[a-z0-9]+(-[a-z0-9]+)*"
_CODE: Final = r"[A-Za-z][A-Za-z0-9]{0,15}(\.[0-9]{1,3})*"
_DATE: Final = r"(19\d\d|21\d\d|20\d\d|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_RUPIAH: Final = r"([rR][pP]\.?\s*)?(\d{1,3}(\.\d{3})+|_*\d[\d_]*)(,(00|-))?"
_ACCOUNT: Final = r"@?[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,3}"
_YES_NO: Final = ("ya", "y", "yes", "true", "benar", "1", "on", "tidak", "t", "no", "n", "false", "bukan", "0", "off")


def _any_case(text: str) -> str:
    """A pattern of ``text`` in any mixture of capital and small letters.

    Editors read patterns as JavaScript does with its flag ``u``, which refuses escapes that are not needed.
    """
    marks = {" ": r"\s+", "?": r"\?"}
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else marks.get(c, c) for c in text)


def _trimmed(pattern: str) -> str:
    return rf"^\s*({pattern})\s*$"


def _text(pattern: str, **more: Any) -> Schema:
    return {"type": "string", "pattern": _trimmed(pattern), **more}


def _number(pattern: str, kind: str, **bounds: int) -> Schema:
    return {"type": ["string", kind], "pattern": _trimmed(pattern), **bounds}


def _word(pattern: str) -> Schema:
    """Text that may look like a number or a truth value to an editor."""
    return {"type": ["string", "number", "boolean"], "pattern": _trimmed(pattern)}


FREE: Final[Schema] = {"type": ["string", "number", "boolean"]}
"""Words: any scalar, for whatever it looks like, it is read as it was written."""

VALUES: Final[Mapping[str, Schema]] = MappingProxyType(
    {
        "nilai-teks": FREE,
        "nilai-berkas": FREE,
        "nilai-id": _word(rf"(?=\S{{1,64}}\s*$){_ID}"),
        "nilai-akun": _word(_ACCOUNT),
        "nilai-kode": _word(_CODE),
        "nilai-sha256": _word("[0-9a-fA-F]{64}"),
        "nilai-tanggal": _number(_DATE, "integer", minimum=1900, maximum=2200),
        "nilai-tahun": _number(r"(19|20|21)\d\d", "integer", minimum=1900, maximum=2199),
        "nilai-bilangan": _number(r"\d{1,15}([.,]\d{1,15})?", "number", minimum=0),
        "nilai-bobot": _number(r"\d{1,9}([.,]\d{1,9}|/[1-9]\d{0,8})?", "number", minimum=0),
        "nilai-rupiah": _number(_RUPIAH, "number", minimum=0),
        "nilai-kualitas": _number(r"\d+(\s*/\s*\d+)?", "integer", minimum=0),
        "nilai-hitungan": _text(r"\d{1,9}\s+dari\s+\d{1,9}(\s+\S.*)?"),
        "nilai-ya-tidak": {
            "type": ["string", "boolean", "integer"],
            "pattern": _trimmed("|".join(map(_any_case, _YES_NO))),
            "minimum": 0,
            "maximum": 1,
        },
        "nilai-tautan": {"type": "string", "pattern": r"""^\s*[hH][tT][tT][pP][sS]?://[^\s<>"'`\\]+\s*$"""},
        "nilai-kode-referensi": _text(r"[rR][aA][bBlLdDaAiIkK](\.[0-9]{2}){1,7}"),
        "nilai-indikator": _text(rf"{_ID}/{_CODE}"),
        "nilai-asal": _text(rf"{_ID}/{_CODE}"),
        "nilai-warna": _text("#[0-9a-fA-F]{6}"),
    }
)
"""How values are read, by the rule that speaks when they cannot be. Bounds hold for numbers, patterns for text."""

ABSENCE: Final[Schema] = {
    "type": ["string", "null", "array"],
    "pattern": f"^$|{_trimmed('|'.join(map(_any_case, ABSENCE_WORDS)))}",
    "maxItems": 0,
}
"""What may stand instead of any value that is not required, in all its spellings."""


def choice(spellings: Iterable[str]) -> Schema:
    """One of ``spellings``, which are small letters and digits, in any case and with any marks and blanks between."""
    words = sorted(set(spellings))
    patterns = [r"[\W_]*".join(_any_case(letter) for letter in word) for word in words]
    pattern = rf"^[\W_]*({'|'.join(patterns)})[\W_]*$"
    numbers = [int(word) for word in words if word.isdigit()]
    if not numbers:
        return {"type": "string", "pattern": pattern}
    return {"type": ["string", "integer"], "pattern": pattern, "minimum": min(numbers), "maximum": max(numbers)}
