"""A region in a zip archive, as hosts of repositories give it away; what comes from elsewhere is trusted in nothing."""

from __future__ import annotations

import errno
import lzma
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from spbe.i18n import gettext
from spbe.problems.system import said
from spbe.problems.usage import WrongUsageError
from spbe.sources.file_tree import DEPTH, FileTree
from spbe.sources.source import CHUNK, Dated, FileStatus, TooLargeError
from spbe.sources.symlinks import TARGET_BYTES

MARK: Final = "mkdocs.yml"
"""The file that a region's folder is known by."""

MEMBERS: Final = 100_000
"""How many files an archive may list: a region has some thousands."""

TOTAL_BYTES: Final = 1_000_000_000
"""How much may come out of one archive, all readings together: a small one can be made to hold terabytes."""

_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_UNSAFE: Final = re.compile(r"\\|\0|^/|^[A-Za-z]:|(?:^|/)\.{1,2}(?:/|$)|//")
_UNIX: Final = 3
_BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What :mod:`zipfile` raises for archives that are damaged, or made in ways that it does not know."""


class ArchiveSource:
    """The region in the zip archive at ``place``: at its top, or in the one folder that holds ``mkdocs.yml``.

    Raises :class:`spbe.problems.usage.WrongUsageError` for an archive that cannot be used as a whole: one that is
    damaged, locked with a password, or has names that would lie outside it or twice in it. A single file that cannot
    be read is told where it is read.
    """

    base: Final = ""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._left = TOTAL_BYTES
        try:
            self._archive = zipfile.ZipFile(place)
            members = self._archive.infolist()
        except OSError as error:
            raise _refused(place, said(error)) from None
        except _BROKEN:
            raise _refused(place, gettext("isinya bukan zip yang utuh; unduh atau buat lagi")) from None
        self._demand_sound(members)
        top = self._top(members)
        self._members = {one.filename.removeprefix(top): one for one in members if one.filename.startswith(top)}
        self._tree = FileTree()
        for path, member in self._members.items():
            self._add(path.rstrip("/"), member)

    @property
    def place(self) -> Path:
        """See :class:`spbe.sources.source.Source`."""
        return self._place

    def listing(self, folder: str) -> Mapping[str, FileStatus]:
        """See :class:`spbe.sources.source.Source`."""
        return self._tree.listing(folder)

    def status(self, path: str) -> FileStatus:
        """See :class:`spbe.sources.source.Source`."""
        return self._tree.status(path)

    def follow(self, path: str) -> str:
        """See :class:`spbe.sources.source.Source`; no link comes back into an archive."""
        return self._tree.follow(path, self.base)

    def read(self, path: str, most: int) -> bytes:
        """See :class:`spbe.sources.source.Source`; the size that the archive itself states is not believed."""
        found: list[bytes] = []
        size = 0
        for piece in self._pieces(path, most + 1):
            found.append(piece)
            size += len(piece)
            if size > most:
                stated = self._members[self.follow(path)].file_size
                raise TooLargeError(path, max(size, stated))
        return b"".join(found)

    def stream(self, paths: Iterable[str]) -> Iterator[tuple[str, Iterator[bytes]]]:
        """See :class:`spbe.sources.source.Source`."""
        for path in paths:
            yield path, self._pieces(path, CHUNK)

    def prepare(self, paths: Sequence[str], most: int) -> None:
        """Nothing: an archive is as fast one file at a time."""

    def identity(self, path: str) -> str | None:  # noqa: ARG002
        """Never known without reading."""
        return None

    def dated(self, folders: Sequence[str]) -> Dated:
        """The newest day that the archive gives a file in ``folders``."""
        inside = (member for path, member in self._members.items() if path.partition("/")[0] in folders)
        return Dated(max(filter(None, map(_day, inside)), default=None))

    def _pieces(self, path: str, size: int) -> Iterator[bytes]:
        end = self.follow(path)
        if self._tree.status(end).type != "file":
            number = errno.EISDIR if self._tree.status(end).type == "folder" else errno.EINVAL
            raise OSError(number, os.strerror(number), path)
        yield from self._read(self._members[end], size)

    def _read(self, member: zipfile.ZipInfo, size: int) -> Iterator[bytes]:
        try:
            with self._archive.open(member) as stream:
                while piece := stream.read(min(size, CHUNK)):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise OSError(gettext("isi arsipnya terlalu besar"))
                    yield piece
        except _BROKEN:
            raise OSError(gettext("isinya di dalam arsip rusak")) from None

    def _demand_sound(self, members: Sequence[zipfile.ZipInfo]) -> None:
        if len(members) > MEMBERS:
            words = gettext("isinya lebih dari {batas} berkas, terlalu banyak untuk satu wilayah")
            raise _refused(self._place, words.format(batas=MEMBERS))
        seen: set[str] = set()
        for member in members:
            name = member.filename
            if name.rstrip("/").count("/") > DEPTH:
                words = gettext("nama `{nama}…` di dalamnya terlalu panjang")
                raise _refused(self._place, words.format(nama=name[:40]))
            if _UNSAFE.search(member.orig_filename) or not name.rstrip("/"):
                words = gettext("nama `{nama}` di dalamnya dapat menunjuk ke luar arsip")
                raise _refused(self._place, words.format(nama=member.orig_filename.replace("\0", "?")))
            if name in seen:
                raise _refused(self._place, gettext("nama `{nama}` ada lebih dari sekali").format(nama=name))
            seen.add(name)
            if member.flag_bits & _ENCRYPTED:
                words = gettext("`{nama}` di dalamnya bersandi; buat arsip tanpa kata sandi")
                raise _refused(self._place, words.format(nama=name))

    def _top(self, members: Sequence[zipfile.ZipInfo]) -> str:
        """The folder that holds the region, with its slash; empty for the top of the archive."""
        marked = sorted(len(PurePosixPath(one.filename).parts) for one in members if _is_mark(one.filename))
        if not marked:
            words = gettext("tidak ada {nama} di dalamnya, jadi tidak ada wilayah")
            raise _refused(self._place, words.format(nama=MARK))
        names = [one.filename for one in members if _is_mark(one.filename)]
        tops = [name.removesuffix(MARK) for name in names if len(PurePosixPath(name).parts) == marked[0]]
        if len(tops) > 1:
            words = gettext("ada beberapa wilayah di dalamnya ({daftar}); buat arsip dari satu saja")
            raise _refused(self._place, words.format(daftar=", ".join(sorted(tops)[:5])))
        return tops[0]

    def _add(self, path: str, member: zipfile.ZipInfo) -> None:
        status = self._status_of(member)
        if path:
            self._tree.add(path, status)
        if path not in self._tree or self._tree.status(path).type != status.type:
            raise _refused(self._place, gettext("nama `{nama}` ada lebih dari sekali").format(nama=path))

    def _status_of(self, member: zipfile.ZipInfo) -> FileStatus:
        mode = member.external_attr >> 16 if member.create_system == _UNIX else 0
        if member.is_dir():
            return FileStatus("folder")
        if stat.S_ISLNK(mode):
            return self._link(member)
        return FileStatus("file" if stat.S_IFMT(mode) in {0, stat.S_IFREG} else "special")

    def _link(self, member: zipfile.ZipInfo) -> FileStatus:
        try:
            target = next(self._read(member, TARGET_BYTES), b"")
        except OSError as error:
            return FileStatus("unusable", error=error)
        if not 0 < len(target) < TARGET_BYTES or b"\0" in target:
            return FileStatus("unusable", error=OSError(errno.ENOENT, os.strerror(errno.ENOENT), member.filename))
        return FileStatus("link", target.decode("utf-8", "surrogateescape"))


def _is_mark(name: str) -> bool:
    return PurePosixPath(name).name == MARK and not name.endswith("/")


def _day(member: zipfile.ZipInfo) -> date | None:
    try:
        return date(*member.date_time[:3])
    except ValueError:
        return None


def _refused(place: Path, why: str) -> WrongUsageError:
    return WrongUsageError(gettext("Arsip {arsip} tidak dapat dipakai: {sebab}.").format(arsip=place, sebab=why))
