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

PLACE: Final = " {pada_data}"
"""Where a sentence that concludes from absence says what was looked at, with the blank before it; see :func:`about`."""

_language: ContextVar[str] = ContextVar("language", default="id")
_looked_at: ContextVar[str] = ContextVar("looked_at", default="")


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


@contextmanager
def about(looked_at: str) -> Iterator[None]:
    """Let sentences that conclude from absence say within the block that they speak of ``looked_at`` only.

    It is a msgid such as ``pada data terbuka``; the empty text, which also holds outside of any block, means that
    everything was looked at, so that nothing need be said.
    """
    token = _looked_at.set(looked_at)
    try:
        yield
    finally:
        _looked_at.reset(token)


def gettext(msgid: str) -> str:
    """``msgid``, which is Indonesian, in the language in force."""
    code = _language.get()
    text = msgid if code == "id" else catalogue(code).get(msgid, msgid)
    if PLACE not in text:
        return text
    words = _looked_at.get()
    return text.replace(PLACE, f" {gettext(words)}" if words else "")


def ngettext(one: str, many: str, number: int) -> str:
    """``one`` for a single thing, else ``many``; both are msgids, and a number in them is put in by the caller."""
    return gettext(one if number == 1 else many)


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
