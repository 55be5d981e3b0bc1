"""The working sheet of an assessment comes back: what was answered, and the values that assessors gave."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from spbe.checks import Opened
from spbe.editions import Audience, redact
from spbe.exchange.handed_in.acceptance import accepted
from spbe.exchange.handed_in.senders import Sender
from spbe.exchange.handed_in.submissions import Submission
from spbe.exchange.handed_in.workbook_form import read
from spbe.exchange.sheets.workbook import assessment_workbook
from spbe.exchange.sheets.xlsx_writer import xlsx_bytes
from spbe.scoring.outcomes import outcomes
from support.filled_sheets import opened as opened_book
from support.filled_sheets import page_of
from support.regions import REGIONS, open_shared


def sent_out(opened: Opened, audience: Audience) -> bytes:
    view = redact(opened.region, outcomes(opened.region), audience)
    return xlsx_bytes(assessment_workbook(view, "2025"))


def filled_in(content: bytes, answers: dict[str, Any], interview: int | None = None) -> bytes:
    """The workbook with ``answers`` to its first indicator, and a value of the interview."""
    book = opened_book(content)
    page = page_of(book, "jawaban")
    columns = {str(cell.value).partition(":")[2]: cell.column for cell in page[1]}
    for key, value in answers.items():
        page.cell(3, columns[key]).value = value
    if interview is not None:
        page_of(book, "nilai").cell(3, 5).value = interview
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def told(submission: Submission) -> dict[tuple[str, str, tuple[str | int, ...]], Any]:
    return {(one.kind, one.id, tuple(one.path)): one.value for one in submission.proposals}


def test_answers_and_values_come_back() -> None:
    opened = open_shared(REGIONS["arunika"])
    content = sent_out(opened, Audience("internal"))
    assert told(read("isian.xlsx", content, opened, Sender(), erase=False)) == {}

    changed = filled_in(content, {"fakta": "Baru.", "nilai/mandiri": 4, "status+": "Disetujui"}, interview=2)
    submission = read("isian.xlsx", changed, opened, Sender(), erase=False)
    asked = told(submission)
    assert asked.pop(("jawaban", "2025/I1", ("status",)))[-1] == {"keadaan": "disetujui"}
    assert asked == {
        ("jawaban", "2025/I1", ("fakta",)): "Baru.",
        ("jawaban", "2025/I1", ("nilai", "mandiri")): "4",
        ("nilai", "2025/I1", ("interviu",)): "2",
    }
    done = accepted("uji", opened, [submission], Sender())
    assert [*done.change.files] == ["indicators/2025/I1.yaml", "indicators/2025/nilai.yaml"]


def test_what_changed_meanwhile_is_a_conflict_and_an_office_answers_for_its_own() -> None:
    opened = open_shared(REGIONS["arunika"])
    content = filled_in(sent_out(opened, Audience("opd", "diskominfo")), {"fakta": "Dari OPD."})
    assessment = opened.region.assessments["2025"]

    def with_answer(**values: Any) -> Opened:
        answers = {**assessment.answers, "I1": assessment.answers["I1"].model_copy(update=values)}
        assessments = {**opened.region.assessments, "2025": replace(assessment, answers=answers)}
        return replace(opened, region=replace(opened.region, assessments=assessments))

    for values, outcome in (({"fakta": "Dari pusat."}, "conflict"), ({"perangkat_daerah": "bappeda"}, "refused")):
        now = with_answer(**values)
        done = accepted("uji", now, [read("isian.xlsx", content, now, Sender(), erase=False)], Sender())
        assert {row.outcome for row in done.rows if row.id == "2025/I1"} == {outcome}
        asked = [(one.record, one.field, one.now) for one in done.questions]
        assert asked == ([("Indikator I1, penilaian 2025", "Fakta", "Dari pusat.")] if outcome == "conflict" else [])
