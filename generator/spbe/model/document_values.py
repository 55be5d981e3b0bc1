"""Where a document is to be found, and what tells that it is the same one: web address, attachment, checksum.

They are read like the other values (:mod:`spbe.model.values`), from exactly what the author wrote.
"""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from spbe.model.values import TextKind, as_text, clean_text


def _url(raw: Any) -> str:
    text = clean_text(raw)
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or re.search(r"[\s<>\"'`\\]", text):
        raise PydanticCustomError("nilai-tautan", "bad link")
    return f"{parts.scheme}{text[len(parts.scheme) :]}"  # in lower case, as pages compare it


Tautan = Annotated[
    str,
    TextKind.ADDRESS,
    PlainValidator(_url),
    WithJsonSchema({"type": "string", "pattern": "^https?://", "x-aturan": "nilai-tautan"}),
]
"""An address that starts with http:// or https://; nothing else ever becomes a link."""


def _sha256(raw: Any) -> str:
    text = as_text(raw).strip().lower()
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise PydanticCustomError("nilai-sha256", "bad checksum")
    return text


Sha256 = Annotated[
    str,
    PlainValidator(_sha256),
    WithJsonSchema({"type": "string", "pattern": "^[0-9a-fA-F]{64}$", "x-aturan": "nilai-sha256"}),
]
"""The SHA-256 checksum of a file, in 64 hexadecimal digits."""


def _attachment(raw: Any) -> str:
    text = clean_text(raw).removeprefix("content/lampiran/")
    parts = text.split("/")
    if re.search(r"[\\:<>\"|?*\n\t]", text) or any(not part.strip() or part.startswith(".") for part in parts):
        raise PydanticCustomError("nilai-berkas", "bad path", _with_slashes(text))
    return text


def _with_slashes(text: str) -> dict[str, Any]:
    """The path that was meant where Windows wrote it."""
    meant = text.replace("\\", "/").removeprefix("content/lampiran/")
    if meant == text:
        return {}
    try:
        return {"dugaan": _attachment(meant), "urutan": False}
    except PydanticCustomError:
        return {}


Berkas = Annotated[
    str,
    TextKind.ATTACHMENT,
    PlainValidator(_attachment),
    WithJsonSchema({"type": "string", "x-aturan": "nilai-berkas"}),
]
"""The path of a file below ``content/lampiran``, with ``/`` between folders; it cannot leave that folder."""
