"""A workbook of ``spbe export`` that somebody filled in, as what it asks for."""

from __future__ import annotations

from typing import Final

from spbe.checks import Opened
from spbe.editions import PUBLIC, Audience
from spbe.exchange.handed_in.answer_reading import AnswerReading
from spbe.exchange.handed_in.decision_reading import read_decisions
from spbe.exchange.handed_in.decision_workbook import DECISIONS
from spbe.exchange.handed_in.kind_reading import KindReading
from spbe.exchange.handed_in.proposal_places import edition_for
from spbe.exchange.handed_in.proposals import AcceptanceRow, Proposal
from spbe.exchange.handed_in.returned_workbook import ReturnedWorkbook, returned_workbook
from spbe.exchange.handed_in.senders import Sender
from spbe.exchange.handed_in.submissions import Submission, SubmissionFormat
from spbe.exchange.sheets.assessment_sheets import ANSWERS, VALUES
from spbe.exchange.sheets.kind_sheets import kind_sheets
from spbe.exchange.sheets.names import names_of
from spbe.exchange.workbooks.workbook_reading import read_workbook
from spbe.exchange.workbooks.zip_parts import HostileFileError
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.model.kinds import KINDS
from spbe.region import Node

_SUFFIXES: Final = (".xlsx", ".ods", ".xls")
_WITHOUT_BASE: Final = mark(
    "Nilai awalnya hilang, jadi berkas ini hanya dibandingkan dengan keadaan sekarang. Sel kosong tidak mengosongkan "
    "apa pun, dan tidak ada yang dihapus."
)


def fits(name: str, data: bytes) -> bool:  # noqa: ARG001  (a workbook that is none is refused by name)
    """Whether it is called a workbook."""
    return name.lower().endswith(_SUFFIXES)


def read(name: str, data: bytes, opened: Opened, sender: Sender, *, erase: bool) -> Submission:
    """One proposal for each field that the workbook would have otherwise than it is."""
    try:
        book = returned_workbook(name, read_workbook(data))
    except HostileFileError as error:
        return _refused(name, _("Tidak dibaca: {sebab}.").format(sebab=error))
    if DECISIONS in book.sheets:
        return _decided(name, book, opened)
    kinds = [kind for kind in KINDS if kind in book.sheets]
    answered = [key for key in (ANSWERS, VALUES) if key in book.sheets]
    if answered and book.base is None:
        return _refused(name, _("Nilai awal lembar kerja ini hilang; isi berkas yang dibagikan, bukan salinannya."))
    if not kinds and not answered:
        return _refused(name, _("Tidak ada lembar isian yang dibagikan pengelola di dalamnya."))
    claimed = _made_for(book, opened)
    if isinstance(claimed, str):
        return _refused(name, claimed)
    audience = sender.bounds(claimed)
    if audience is None:
        return _refused(name, _("Berkas ini tidak dibuat untuk perangkat daerah yang mengirimnya."))
    view = edition_for(opened, audience)
    names = names_of(view.region)
    proposals: list[Proposal] = []
    rows = list(book.refused)
    if book.base is None:
        rows.append(AcceptanceRow(name, "", "unchanged", "", _(_WITHOUT_BASE)))
    for kind in kinds:
        one = KindReading(name, opened, view, book, kind_sheets(kind, audience.classes), names, erase)
        proposals += one.proposals()
        rows += one.rows
    if book.base is not None and answered:
        for assessment in book.base.answers:
            reading = AnswerReading(name, assessment, opened, view, book.base, names)
            proposals += reading.proposals(book.sheets)
            rows += reading.rows
    readers = audience if audience.edition == "opd" else PUBLIC
    return Submission(name, tuple(proposals), tuple(rows), readers=readers, records=_records(book))


def _made_for(book: ReturnedWorkbook, opened: Opened) -> Audience | str | None:
    """For whom the workbook says that it was made; nothing where it does not say, words where they are gone."""
    if book.base is None:
        return None
    if book.base.edition != "opd":
        return Audience(book.base.edition)
    office = opened.region.office(book.base.opd)
    return (
        Audience(book.base.edition, office.id) if office else _("OPD `{opd}` tidak ada lagi.").format(opd=book.base.opd)
    )


def _records(book: ReturnedWorkbook) -> frozenset[Node]:
    """What the workbook went out with."""
    if book.base is None:
        return frozenset()
    answers = (Node("jawaban", f"{name}/{code}") for name, given in book.base.answers.items() for code in given)
    return frozenset([*(Node(kind, name) for kind, given in book.base.records.items() for name in given), *answers])


FORMAT: Final = SubmissionFormat("buku kerja dari spbe export (.xlsx, .ods, .xls)", fits, read)


def _decided(name: str, book: ReturnedWorkbook, opened: Opened) -> Submission:
    if book.questions is None:
        return _refused(name, _("Isi tersembunyi berkas keputusan ini rusak atau hilang; buat lagi berkasnya."))
    return read_decisions(name, book.sheets[DECISIONS], book.questions, opened)


def _refused(name: str, reason: str) -> Submission:
    return Submission(name, refused=(AcceptanceRow(name, "", "refused", "", reason),))
