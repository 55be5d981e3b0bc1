"""Every form in which something may be handed in; a new one is a line here."""

from __future__ import annotations

from typing import Final

from spbe.checks import Opened
from spbe.exchange.handed_in import issue_form, workbook_form
from spbe.exchange.handed_in.senders import Sender
from spbe.exchange.handed_in.submissions import Submission, SubmissionFormat
from spbe.i18n import gettext as _
from spbe.problems.usage import RefusalError
from spbe.sources.uncollected import uncollected

FORMATS: Final[tuple[SubmissionFormat, ...]] = (issue_form.FORMAT, workbook_form.FORMAT)


def submission_of(name: str, data: bytes, opened: Opened, sender: Sender, *, erase: bool = False) -> Submission:
    """What the file ``name`` asks for, with ``erase`` by what it leaves out too; refuses one that nobody here reads."""
    for form in FORMATS:
        if form.fits(name, data):
            with uncollected():
                return form.read(name, data, opened, sender, erase=erase)
    known = ", ".join(form.name for form in FORMATS)
    raise RefusalError(_("{berkas} tidak dikenali. Yang dapat diterima: {daftar}.").format(berkas=name, daftar=known))
