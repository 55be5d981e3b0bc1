"""Workbooks spoiled by a machine: bytes of the file, XML of its parts, its structure, the values that it carries."""

from __future__ import annotations

import base64
import io
import json
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, Final

Parts = dict[str, bytes]

_NUMBERS: Final = (
    "1e308",
    "-1e308",
    "99999999999999999999",
    "NaN",
    "INF",
    "1e-400",
    "2958466",
    "-1",
    "0x10",
    "",
    "1,5",
)
_TYPES: Final = ("s", "n", "b", "e", "str", "inlineStr", "d", "x", "")
_WORDS: Final = (
    "=1+1",
    "\ufffe",
    "_x0000_",
    "a" * 40_000,
    "[simpeg]",
    "tidak ada",
    "; ; ;",
    '"',
    "\u202e",
    "aplikasi:nama",
)


def damaged(content: bytes, chance: random.Random) -> tuple[str, bytes]:
    """``content`` with one or more damages of one sort, and what was done."""
    name = chance.choice(sorted(DAMAGES))
    return name, DAMAGES[name](content, chance)


def _bytes(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice((1, 2, 8, 60))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _cut(content: bytes, chance: random.Random) -> bytes:
    first, last = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
    return chance.choice((content[:last], content[first:], content[:first] + content[last:]))


def _in_parts(change: Callable[[Parts, random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    def made(content: bytes, chance: random.Random) -> bytes:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts, chance)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return out.getvalue()

    return made


def _some(parts: Parts, chance: random.Random) -> str:
    return chance.choice([name for name in parts if parts[name]])


def _bytes_of_a_part(parts: Parts, chance: random.Random) -> None:
    name = _some(parts, chance)
    parts[name] = _bytes(parts[name], chance)


def _without_a_part(parts: Parts, chance: random.Random) -> None:
    del parts[_some(parts, chance)]


def _part_in_place_of_another(parts: Parts, chance: random.Random) -> None:
    one, other = _some(parts, chance), _some(parts, chance)
    parts[one], parts[other] = parts[other], parts[one]


def _empty_part(parts: Parts, chance: random.Random) -> None:
    parts[_some(parts, chance)] = b""


def _elements(parts: Parts, chance: random.Random) -> None:
    """Take out, double or swap elements of a part."""
    name = _some(parts, chance)
    pieces = re.split(rb"(?=<)", parts[name])
    for _ in range(chance.choice((1, 3, 10))):
        at = chance.randrange(len(pieces))
        match chance.randrange(3):
            case 0:
                pieces[at] = b""
            case 1:
                pieces[at] *= 2
            case _:
                other = chance.randrange(len(pieces))
                pieces[at], pieces[other] = pieces[other], pieces[at]
    parts[name] = b"".join(pieces)


def _sheet(parts: Parts, chance: random.Random) -> str:
    return chance.choice([name for name in parts if name.startswith("xl/worksheets/sheet")])


def _replaced(data: bytes, pattern: bytes, chance: random.Random, put: Callable[[re.Match[bytes]], bytes]) -> bytes:
    """``data`` with some of what ``pattern`` finds put otherwise."""
    found = list(re.finditer(pattern, data))
    for one in sorted(chance.sample(found, min(len(found), chance.choice((1, 5, 50)))), key=lambda at: -at.start()):
        data = data[: one.start()] + put(one) + data[one.end() :]
    return data


def _numbers(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    parts[name] = _replaced(
        parts[name], rb"<v>[^<]*</v>", chance, lambda _: f"<v>{chance.choice(_NUMBERS)}</v>".encode()
    )


def _types(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    parts[name] = _replaced(parts[name], rb' t="s"', chance, lambda _: f' t="{chance.choice(_TYPES)}"'.encode())


def _styles(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    parts[name] = _replaced(parts[name], rb' s="\d+"', chance, lambda _: f' s="{chance.randrange(99)}"'.encode())


def _addresses(parts: Parts, chance: random.Random) -> None:
    name = _sheet(parts, chance)
    places = ("A1", "C7", "ZZ900", "XFD1048576", "A0", "7", "")
    parts[name] = _replaced(parts[name], rb' r="[A-Z]+\d+"', chance, lambda _: f' r="{chance.choice(places)}"'.encode())


def _texts(parts: Parts, chance: random.Random) -> None:
    name = "xl/sharedStrings.xml"
    word = chance.choice(_WORDS)
    parts[name] = _replaced(parts[name], rb"<t[^>]*>[^<]*</t>", chance, lambda _: f"<t>{word}</t>".encode())


def _swapped_sheets(parts: Parts, chance: random.Random) -> None:
    one, other = _sheet(parts, chance), _sheet(parts, chance)
    parts[one], parts[other] = parts[other], parts[one]


def _base(parts: Parts, chance: random.Random) -> None:
    """Other values where the workbook carries what it went out with, packed as if it had gone out so."""
    name = "xl/sharedStrings.xml"
    found = re.search(rb"<t>(eJ[A-Za-z0-9+/=]+|eN[A-Za-z0-9+/=]+|eN[^<]+)</t>", parts[name])
    if found is None:
        return
    try:
        values = json.loads(zlib.decompress(base64.b64decode(found[1])))
    except (zlib.error, ValueError):  # longer than a cell: cut
        parts[name] = parts[name].replace(found[1], found[1][: len(found[1]) // 2])
        return
    _spoil(values, chance)
    packed = base64.b64encode(zlib.compress(json.dumps(values).encode()))
    parts[name] = parts[name].replace(found[1], packed)


def _spoil(values: Any, chance: random.Random) -> None:
    """Put something else at some place of nested values."""
    odd = chance.choice((None, 7, [], {}, "x", [["x"]], {"x": {"y": "z"}}, "9999-99-99", "1e999", True, "\ud800"))
    while isinstance(values, dict | list) and values:
        key = chance.choice(sorted(values)) if isinstance(values, dict) else chance.randrange(len(values))
        inner = values[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.2:
            values[key] = odd
            return
        values = inner


def _sizes(content: bytes, chance: random.Random) -> bytes:
    """Other sizes in the list of the zip."""
    data = bytearray(content)
    entries = [one.start() for one in re.finditer(b"PK\x01\x02", content)]
    at = chance.choice(entries) + chance.choice((16, 20, 24, 42))
    data[at : at + 4] = struct.pack("<I", chance.choice((0, 1, 2**31, 2**32 - 1, chance.randrange(2**32))))
    return bytes(data)


DAMAGES: Final[dict[str, Callable[[bytes, random.Random], bytes]]] = {
    "bytes": _bytes,
    "cut": _cut,
    "sizes": _sizes,
    "bytes of a part": _in_parts(_bytes_of_a_part),
    "no part": _in_parts(_without_a_part),
    "part for part": _in_parts(_part_in_place_of_another),
    "empty part": _in_parts(_empty_part),
    "elements": _in_parts(_elements),
    "numbers": _in_parts(_numbers),
    "types": _in_parts(_types),
    "styles": _in_parts(_styles),
    "addresses": _in_parts(_addresses),
    "texts": _in_parts(_texts),
    "swapped sheets": _in_parts(_swapped_sheets),
    "base values": _in_parts(_base),
}
