"""Workbooks and letters that go out to people: put beside the data, over nothing that somebody may have filled in."""

from __future__ import annotations

from collections.abc import Mapping
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
    """Put ``files`` where they belong; where one cannot be, none of those that were not there before is left."""
    from spbe.sources.whole_file import put_whole

    made: list[Path] = []
    for file, content in files.items():
        was_there = file.exists()
        try:
            put_whole(file, content)
        except OSError as error:
            for one in made:
                one.unlink(missing_ok=True)
            words = _("{berkas} tidak dapat ditulis: {sebab}. Tidak ada berkas yang tertinggal.")
            raise RefusalError(words.format(berkas=file, sebab=said(error))) from None
        made += [] if was_there else [file]
