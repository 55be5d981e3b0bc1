"""What Chromium prints, read back: the words on every sheet of a PDF that it made.

Only what Chromium writes is understood: one object after the other, compressed streams, fonts with ``ToUnicode``.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)(?=\nendobj|stream\n)", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)")
_SHOWN = re.compile(rb"/(\w+) [\d.]+ Tf|(<[0-9A-Fa-f<>\s\d.\-]*>)\s*\]?\s*T[jJ]")
_SINGLE = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_SPAN = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")


@dataclass(frozen=True)
class Sheet:
    """One sheet: its width and height in points, and its words without any blanks."""

    size: tuple[float, float]
    words: str


def sheets_of(pdf: bytes) -> list[Sheet]:
    """The sheets of ``pdf`` in their order."""
    heads: dict[bytes, bytes] = {}
    streams: dict[bytes, bytes] = {}
    for match in _OBJECT.finditer(pdf):
        name, head = match[1], match[2]
        heads[name] = head
        length = _LENGTH.search(head)
        if pdf[match.end() : match.end() + 7] == b"stream\n" and length:
            body = pdf[match.end() + 7 : match.end() + 7 + int(length[1])]
            streams[name] = zlib.decompress(body) if b"/FlateDecode" in head else body
    return [_sheet(head, heads, streams) for head in heads.values() if re.search(rb"/Type /Page\b", head)]


def _sheet(head: bytes, heads: dict[bytes, bytes], streams: dict[bytes, bytes]) -> Sheet:
    box = re.search(rb"/MediaBox \[([^\]]+)\]", head)
    contents = re.search(rb"/Contents (\d+) 0 R", head)
    assert box is not None
    assert contents is not None
    _left, _bottom, width, height = map(float, box[1].split())
    fonts = {name: _letters(heads[number], streams) for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", head)}
    letters: dict[bytes, str] = {}
    said: list[str] = []
    for font, shown in _SHOWN.findall(streams[contents[1]]):
        if font:
            letters = fonts[font]
        codes = b"".join(re.findall(rb"<([0-9A-Fa-f]+)>", shown)).upper()
        said += [letters.get(codes[at : at + 4], "") for at in range(0, len(codes), 4)]
    words = unicodedata.normalize("NFKC", "".join(said))  # some fonts have one glyph for two letters
    return Sheet((width, height), "".join(words.split()))


def _letters(font: bytes, streams: dict[bytes, bytes]) -> dict[bytes, str]:
    """Code of a glyph, four hexadecimal digits, to what it means."""
    number = re.search(rb"/ToUnicode (\d+) 0 R", font)
    if number is None:
        return {}
    found: dict[bytes, str] = {}
    for kind, part in re.findall(rb"begin(bfchar|bfrange)\n(.*?)\nend", streams[number[1]], re.DOTALL):
        if kind == b"bfchar":
            found |= {code.upper(): _text(meant) for code, meant in _SINGLE.findall(part)}
        for first, last, meant in _SPAN.findall(part) if kind == b"bfrange" else ():
            start = int(first, 16)
            for code in range(start, int(last, 16) + 1):
                found[b"%04X" % code] = chr(int(meant, 16) + code - start)
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
