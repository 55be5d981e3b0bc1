"""What the steps of a plan need, in lines for a terminal: criterion and evidence of every level on the way."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spbe.i18n import gettext as _
from spbe.region import Assessment
from spbe.scoring.planner import PlanStep
from spbe.standards.criteria import criteria_in, levels_between, version_in

_WIDTH: Final = 100


def needed_lines(assessment: Assessment, steps: Sequence[PlanStep]) -> list[str]:
    """What ``steps`` need by the criteria of the assessment's year; a single line where none are known."""
    lines = [line for step in steps for line in _step(assessment, step)]
    if not lines:
        words = _(
            "Kriteria tingkat instrumen ini belum tersedia, jadi yang harus ada untuk setiap langkah belum dapat "
            "disebut."
        )
        return ["", words]
    version = version_in(assessment.instrumen, assessment.penilaian.tahun)
    title = _("Yang harus ada, menurut {dokumen}; diringkas, bukan bunyi resminya:")
    plain = _("Yang harus ada; diringkas, bukan bunyi resminya:")
    return ["", title.format(dokumen=version.nama) if version else plain, *lines]


def _step(assessment: Assessment, step: PlanStep) -> Iterator[str]:
    criteria = criteria_in(assessment.instrumen, step.indikator, assessment.penilaian.tahun)
    levels = levels_between(criteria, step.dari, step.ke)
    if levels:
        yield step.indikator.label
    for level in levels:
        yield from _wrapped(_("tingkat {n}: {kriteria}").format(n=level, kriteria=criteria.teks[level]), "  ")
        proof = criteria.bukti.get(level)
        if proof is not None:
            yield from _items(proof.wajib)
            yield from _items(_("{bukti} Boleh ditambahkan.").format(bukti=text) for text in proof.opsional)


def _items(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _wrapped(text, "    - ")


def _wrapped(text: str, first: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=" " * max(len(first), 4))
