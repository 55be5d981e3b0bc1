"""What commands that take files from people have in common: their bytes, and that they are not written over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spbe.i18n import gettext as _
from spbe.problems.usage import RefusalError


def bytes_of(file: Path) -> bytes:
    """What ``file`` holds; refuses one that cannot be read or is larger than any that is taken."""
    from spbe.exchange.workbooks.workbook_guard import FILE_BYTES

    try:
        with file.open("rb") as opened:
            data = opened.read(FILE_BYTES + 1)
    except OSError as error:
        raise RefusalError(
            _("{berkas} tidak dapat dibaca: {sebab}.").format(berkas=file, sebab=error.strerror)
        ) from None
    if len(data) > FILE_BYTES:
        raise RefusalError(_("{berkas} terlalu besar.").format(berkas=file))
    return data


def demand_other_file(made: Path, files: Sequence[Path]) -> None:
    """A file that came back is never written over."""
    if made.resolve() in (file.resolve() for file in files):
        words = _("{berkas} adalah berkas yang diserahkan; hasilnya memerlukan nama lain.")
        raise RefusalError(words.format(berkas=made))
