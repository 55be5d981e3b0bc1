"""The text of an issue that was filled in by a form: Markdown, each answer below the heading of its question."""

from __future__ import annotations

import re
from typing import Final

from spbe.changes.office_forms import CHANGED, NEW, REQUEST, SAME, WORDS, FormQuestion, OfficeForm, office_forms
from spbe.checks import Opened
from spbe.exchange.handed_in.proposals import AcceptanceRow, Proposal
from spbe.exchange.handed_in.senders import Sender
from spbe.exchange.handed_in.submissions import Submission, SubmissionFormat
from spbe.i18n import gettext as _

_HEADING: Final = re.compile(r"^### (.+?)[ \t]*$", re.MULTILINE)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTHING: Final = frozenset({"", "_No response_", "None", SAME})
"""What stands below a question that nobody answered."""


def fits(name: str, data: bytes) -> bool:
    """Whether it is Markdown with headings as forms make them."""
    return name.lower().endswith((".md", ".txt")) and _HEADING.search(_text(data)) is not None


def read(name: str, data: bytes, opened: Opened, sender: Sender, *, erase: bool) -> Submission:  # noqa: ARG001  (all alike)
    """One proposal for each question that was answered."""
    answers = _answers(_text(data))
    headings = [heading for heading, _answer in answers]
    forms = [form for form in office_forms() if form.record in headings]
    if len(forms) != 1:
        return _refused(name, "", _in_words(headings) if not forms else _("Isi satu formulir saja dalam satu usulan."))
    (form,) = forms
    twice = next((heading for heading in headings if headings.count(heading) > 1), None)
    if twice is not None:
        return _refused(name, twice, _("Judul ini ada dua kali, jadi tidak jelas mana isinya."))
    said = dict(answers)
    record = said[form.record].strip("`")
    if record in _NOTHING or "\n" in record:
        return _refused(name, form.record, _("Tulis satu ID."))
    request = said.get(REQUEST, "").strip("`")
    if request not in _NOTHING | {CHANGED, NEW}:
        return _refused(name, REQUEST, _("Pilih `{satu}` atau `{dua}`.").format(satu=CHANGED, dua=NEW))
    return _read(name, form, record, said, new=request == NEW)


FORMAT: Final = SubmissionFormat("formulir dari layanan git (.md)", fits, read)


def _text(data: bytes) -> str:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return _COMMENT.sub("", text.replace("\r\n", "\n"))


def _answers(text: str) -> list[tuple[str, str]]:
    parts = _HEADING.split(text)[1:]
    return [(heading, answer.strip()) for heading, answer in zip(parts[::2], parts[1::2], strict=True)]


def _refused(name: str, cell: str, reason: str) -> Submission:
    return Submission(name, refused=(AcceptanceRow(name, cell, "refused", "", reason),))


def _in_words(headings: list[str]) -> str:
    if WORDS in headings:
        return _("Usulan ini ditulis dengan kata-kata, jadi pengelola yang mengubah berkasnya.")
    known = ", ".join(f"`{form.record}`" for form in office_forms())
    return _("Tidak ada judul yang menyebut catatannya. Yang dikenal: {daftar}.").format(daftar=known)


def _read(name: str, form: OfficeForm, record: str, said: dict[str, str], *, new: bool) -> Submission:
    proposals: list[Proposal] = []
    refused: list[AcceptanceRow] = []
    questions = form.by_label
    for heading, answer in said.items():
        if heading in (REQUEST, form.record) or answer in _NOTHING:
            continue
        if heading not in questions:
            reason = _("Pertanyaan ini tidak ada pada formulirnya.")
            refused.append(AcceptanceRow(name, heading, "refused", record, reason))
            continue
        question = questions[heading]
        value = _value(question, answer)
        proposals.append(Proposal(name, heading, form.kind.slug, record, (question.field.name,), value, new))
    return Submission(name, tuple(proposals), tuple(refused))


def _value(question: FormQuestion, answer: str) -> str:
    """The code of a choice; a short answer on one line, a long one with its lines."""
    if question.choice is not None:
        return question.choice.find(answer) or answer
    return answer if question.is_long else " ".join(answer.split())
