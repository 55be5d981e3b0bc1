"""Workbooks and letters that go out to people: put beside the data, over nothing that somebody may have filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from spbe.i18n import gettext as _
from spbe.problems.system import said
from spbe.problems.usage import RefusalError


def demand_place(root: Path, file: Path, suffix: str = ".xlsx", *, replace: bool) -> None:
    """Refuse another sort of file, a place within the data, and a file that somebody may have filled in."""
    from spbe.region.file_naming import FOLDERS

    if file.suffix.lower() != suffix:
        words = _("Nama berkas harus berakhiran {akhiran}: {berkas}")
        raise click.UsageError(words.format(akhiran=suffix, berkas=file))
    place = file.resolve()
    within = next((name for name in FOLDERS if (root / name).resolve() in place.parents), None)
    if within:
        words = _("{berkas} berada di dalam {folder}/, tempat data wilayah. Pilih tempat lain.")
        raise RefusalError(words.format(berkas=file, folder=within))
    if file.exists() and not replace:
        words = _("Berkas {berkas} sudah ada, mungkin sudah diisi orang. Sebut nama lain, atau pakai --timpa.")
        raise RefusalError(words.format(berkas=file))


def save(files: Mapping[Path, bytes]) -> None:
    """Put ``files`` where they belong, all or none."""
    with put(files):
        pass


@contextmanager
def put(files: Mapping[Path, bytes], folder: Path | None = None) -> Iterator[None]:
    """Put ``files`` where they belong, all or none, and take them back where what follows fails.

    ``folder`` is made for them; other folders must be there.
    """
    before: dict[Path, bytes | None] = {}
    missing = folder is not None and not folder.exists()
    try:
        if folder is not None:
            _make(folder)
        for file, content in files.items():
            _put(file, content, before)
        yield
    except BaseException:
        _take_back(before)
        if folder is not None and missing:
            with suppress(OSError):
                folder.rmdir()
        raise


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        words = _("Folder {folder} tidak dapat dibuat: {sebab}.")
        raise RefusalError(words.format(folder=folder, sebab=said(error))) from None


def _put(file: Path, content: bytes, before: dict[Path, bytes | None]) -> None:
    from spbe.sources.whole_file import put_whole

    try:
        there = file.read_bytes() if file.exists() else None
        put_whole(file, content)
    except OSError as error:
        words = _("{berkas} tidak dapat ditulis: {sebab}. Tidak ada berkas yang tertinggal.")
        raise RefusalError(words.format(berkas=file, sebab=said(error))) from None
    before[file] = there


def _take_back(before: Mapping[Path, bytes | None]) -> None:
    from spbe.sources.whole_file import put_whole

    for file, content in before.items():
        with suppress(OSError):
            if content is None:
                file.unlink()
            else:
                put_whole(file, content)
