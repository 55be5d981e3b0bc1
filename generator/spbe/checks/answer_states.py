"""What an answer says of itself agrees with what is there: its state, and whether all was looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spbe.checks.assessment_answers import stage_values
from spbe.checks.check_context import Context
from spbe.i18n import gettext
from spbe.model.pengerjaan import PROVED, STATUS_JAWABAN
from spbe.model.penilaian import Jawaban
from spbe.problems import Problem

_WHOLE: Final = re.compile(r"\b(?:seluruh|semua)\b", re.IGNORECASE)
_COUNT: Final = re.compile(r"\b(?:seluruh|semua)\s+\(?\d|\b\d+\s+dari\s+\d", re.IGNORECASE)
_NO_CLAIM: Final = re.compile(
    r"\b(?:belum|tidak|bukan|wajib|mewajibkan|kewajiban|harus|menuntut|agar|akan)\b", re.IGNORECASE
)
"""Words of a sentence that denies, or that says what ought to be."""
_SENTENCE_END: Final = re.compile(r"(?<=[.;!?])\s+")
CLAIMING: Final = ("fakta", "analisis")
"""The fields of an answer that say how far something holds."""


def declared_too_early(context: Context) -> Iterator[Problem]:
    """Rule ``status-jawaban``: the last declared state is further than what is there, so far as that can be told.

    Whether evidence was verified cannot be told; but whoever verified had an answer and evidence before them.
    """
    order = list(STATUS_JAWABAN.nilai)
    values = stage_values(context)
    for entry in context.reading.of_kind("jawaban"):
        if not isinstance(entry.record, Jawaban) or not entry.record.status:
            continue
        name, _slash, code = entry.id.partition("/")
        if name in context.doubtful:
            continue
        valued = any(code in given for given in values.get(name, {}).values())
        there = entry.record.content_state(valued=valued)
        declared = entry.record.status[-1].keadaan
        needed = order[min(order.index(declared), order.index(PROVED))]
        if order.index(there) < order.index(needed):
            path = ("status", len(entry.record.status) - 1, "keadaan")
            yield entry.problem(
                "status-jawaban", path, keadaan=declared, isi=gettext(STATUS_JAWABAN.label(there)).lower()
            )


def all_without_a_count(context: Context) -> Iterator[Problem]:
    """Rule ``seluruh-tanpa-hitungan``, once per answer."""
    for entry in context.reading.of_kind("jawaban"):
        answer = entry.record
        if not isinstance(answer, Jawaban) or answer.diperiksa is not None:
            continue
        for name in CLAIMING:
            word = _claim(getattr(answer, name) or "")
            if word is not None:
                yield entry.problem("seluruh-tanpa-hitungan", (name,), kata=word)
                break


def _claim(text: str) -> str | None:
    """The word by which a sentence of ``text`` says that something holds of all, without saying of how many."""
    if _COUNT.search(text):
        return None
    claims = (
        found[0].lower()
        for sentence in _SENTENCE_END.split(text)
        if (found := _WHOLE.search(sentence)) and not _NO_CLAIM.search(sentence)
    )
    return next(claims, None)


CHECKS = (declared_too_early, all_without_a_count)
