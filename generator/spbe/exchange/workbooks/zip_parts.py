"""The parts of a zip that somebody handed in, unpacked piece by piece; what it says of itself is not believed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from spbe.i18n import gettext

PARTS: Final = 2_000
"""How many parts a workbook may have: one of a hundred sheets has some four hundred."""

UNPACKED: Final = 64_000_000
"""How many bytes may come out of one: a million cells make about fifty million."""

_PIECE: Final = 256 * 1024
_HEADER: Final = struct.Struct("<4s5H3L2H")
_SIGNATURE: Final = b"PK\x03\x04"
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_READABLE: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN: Final = (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ValueError, struct.error)


class HostileFileError(Exception):
    """Why a file is not read; the text, in the user's language, goes on after "… tidak dibaca: "."""


class ZipParts:
    """The parts of the zip ``data``, none of which lies over another or has the name of another.

    Raises :class:`HostileFileError` where the zip is damaged, encrypted, too large, or made to be read in two ways.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            members = zipfile.ZipFile(io.BytesIO(data)).infolist()
        except _BROKEN:
            raise damaged() from None
        if len(members) > PARTS:
            raise HostileFileError(gettext("isinya lebih dari {most} bagian").format(most=PARTS))
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise locked()
        if sum(member.file_size for member in members) > UNPACKED:
            raise too_large()
        self._members = {member.filename.casefold(): member for member in members}
        if len(self._members) < len(members) or any(one.compress_type not in _READABLE for one in members):
            raise damaged()
        self._places = {name: self._place(member) for name, member in self._members.items()}
        ends = sorted(self._places.values())
        if any(end > begin for (_, end), (begin, _) in pairwise(ends)):
            raise damaged()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._members)

    def pieces(self, name: str) -> Iterator[bytes]:
        """What the part ``name`` holds, in pieces of bounded size."""
        member, (begin, end) = self._members[name], self._places[name]
        size = 0
        for piece in self._unpacked(begin, end, packed=member.compress_type == zipfile.ZIP_DEFLATED):
            size += len(piece)
            if size > member.file_size:  # it says less than it holds, so the sum of what all say was no bound
                raise too_large()
            yield piece
        if size != member.file_size:
            raise damaged()

    def _unpacked(self, begin: int, end: int, *, packed: bool) -> Iterator[bytes]:
        if not packed:
            yield from (self._data[at : min(at + _PIECE, end)] for at in range(begin, end, _PIECE))
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        at, rest = begin, b""
        try:
            while not inflater.eof and (rest or at < end):
                source = rest or self._data[at : min(at + _PIECE, end)]
                at += 0 if rest else len(source)
                yield inflater.decompress(source, _PIECE)
                rest = inflater.unconsumed_tail
        except zlib.error:
            raise damaged() from None
        if not inflater.eof:
            raise damaged()

    def _place(self, member: zipfile.ZipInfo) -> tuple[int, int]:
        """Where the bytes of ``member`` begin and end."""
        try:
            header = _HEADER.unpack_from(self._data, member.header_offset)
        except struct.error:
            raise damaged() from None
        begin = member.header_offset + _HEADER.size + header[9] + header[10]
        end = begin + member.compress_size
        if header[0] != _SIGNATURE or end > len(self._data):
            raise damaged()
        return begin, end


def too_large() -> HostileFileError:
    """For what unpacks to more than anybody typed."""
    most = UNPACKED // 1_000_000
    return HostileFileError(gettext("isinya menjadi lebih dari {most} MB bila dibuka").format(most=most))


def locked() -> HostileFileError:
    """For what only a password opens."""
    return HostileFileError(gettext("berkas ini dikunci dengan kata sandi; simpan tanpa kata sandi"))


def damaged() -> HostileFileError:
    """For what cannot be understood as it stands."""
    return HostileFileError(gettext("berkasnya rusak; buka dan simpan lagi dengan Excel atau LibreOffice"))
