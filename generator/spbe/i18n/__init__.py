"""The words that users see: Indonesian in the source, English from ``en.po``, chosen once per run.

``.po`` files are read as they are when the program starts; there is no compiled form to forget.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("id", "en")
"""Indonesian is the language of the source; English is complete beside it."""

FOLDER: Final = Path(__file__).parent

_language: ContextVar[str] = ContextVar("language", default="id")


def language() -> str:
    """The language in force: ``id`` or ``en``."""
    return _language.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Use language ``code`` within the block; one that we do not have counts as Indonesian."""
    token = _language.set(code if code in LANGUAGES else "id")
    try:
        yield
    finally:
        _language.reset(token)


def gettext(msgid: str) -> str:
    """``msgid``, which is Indonesian, in the language in force."""
    code = _language.get()
    return msgid if code == "id" else catalogue(code).get(msgid, msgid)


def mark(msgid: str) -> str:
    """Mark ``msgid`` for translation without translating it yet."""
    return msgid


@cache
def catalogue(code: str) -> dict[str, str]:
    """The translations of language ``code``: msgid to text, untranslated ones left out."""
    from babel.messages.pofile import read_po  # costly, and needed for English only

    with (FOLDER / f"{code}.po").open("rb") as stream:
        return {
            message.id: message.string
            for message in read_po(stream)
            if isinstance(message.id, str) and isinstance(message.string, str) and message.id and message.string
        }
