"""What several commands do last: write a change, or say why nothing was written."""

from __future__ import annotations

from pathlib import Path

from spbe.changes import Change
from spbe.i18n import gettext as _
from spbe.problems import RULES
from spbe.problems.usage import RefusalError
from spbe.sources.journal import DECIDED, JournalError, UnsafePathError
from spbe.sources.storing import EditedMeanwhileError


def write(root: Path, change: Change) -> None:
    """Write ``change`` below ``root``, all or nothing; refuses where a file is in the way or was edited meanwhile."""
    try:
        change.write(root)
    except FileExistsError as error:
        there = Path(str(error.filename)).relative_to(root).as_posix()
        raise RefusalError(_("Berkas {berkas} sudah ada.").format(berkas=there)) from None
    except EditedMeanwhileError as error:
        words = _("Berkas {berkas} baru saja diubah; tidak ada yang ditulis. Periksa isinya, lalu ulangi.")
        raise RefusalError(words.format(berkas=error.path)) from None
    except JournalError:
        problem = RULES["jurnal-rusak"].at(DECIDED, nama=DECIDED)
        raise RefusalError(f"{problem.file}: {problem.message} {problem.hint}") from None
    except UnsafePathError as error:
        words = _("Berkas {berkas} berada di luar wilayah, jadi tidak ada yang ditulis.")
        raise RefusalError(words.format(berkas=error.path)) from None
