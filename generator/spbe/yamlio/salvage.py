"""The names in a file that cannot be understood, so that what it holds does not count as missing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_ID = r"[\"']?([A-Za-z0-9][A-Za-z0-9-]*)[\"']?"
_COLON = "[:\uff1a\ufe55\u2236][ \t\xa0\u2000-\u200b\u3000]*"
_BEFORE = r"^[^\w#\n]*"  # blanks, hyphens, brackets, and whatever stray mark made the file unreadable
_OWN = re.compile(rf"(?:{_BEFORE}|[{{,][ \t]*)[\"']?id[\"']?[ \t]*{_COLON}{_ID}", re.MULTILINE)
_FORMER = re.compile(
    rf"(?:{_BEFORE}|[{{,][ \t]*)[\"']?dahulu[\"']?[ \t]*{_COLON}([^\n]*(?:\n[ \t]*-[^\n]*)*)", re.MULTILINE
)
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Salvage:
    """The names in a file that cannot be read.

    ``ids`` are those that stand after ``id:``, ``former`` those after ``dahulu:``, in the order of the file.
    """

    ids: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


def salvage(content: bytes) -> Salvage:
    """What a look at single lines finds in ``content``, whatever is wrong with it. Never raises.

    Both sides of a merge conflict count, and so does what stands deeper inside a record: a name too many keeps a
    message back until the file can be read, a name too few tells people to write a record that is there.
    """
    text = _text(content)
    return Salvage(tuple(dict.fromkeys(_OWN.findall(text))), tuple(dict.fromkeys(_former(text))))


def _former(text: str) -> Iterator[str]:
    for listed in _FORMER.findall(text):
        for line in listed.split("\n"):
            words = line.partition(" #")[0].partition("]")[0]
            yield from _WORD.findall(words)


def _text(content: bytes) -> str:
    """``content`` in the encoding that its first bytes announce, else as far as it is UTF-8."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    return content.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
