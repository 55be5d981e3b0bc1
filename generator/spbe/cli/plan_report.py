"""``spbe index --plan``: the cheapest steps to a target, and the roadmap records that they may become."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import TypedDict

import click

from spbe import wording
from spbe.changes.roadmap import answering_office, draft_roadmap
from spbe.cli.exit_codes import FINE
from spbe.cli.plan_needs import needed_lines
from spbe.cli.text_table import table
from spbe.cli.writing import write as write_change
from spbe.i18n import gettext as _
from spbe.i18n import language
from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import TAHAP
from spbe.model.values import decimal_text
from spbe.problems.usage import RefusalError
from spbe.region import Region
from spbe.scoring.efforts import efforts_for
from spbe.scoring.hasil import Results
from spbe.scoring.outcomes import Outcome
from spbe.scoring.planner import Plan, Planner
from spbe.yamlio.validation import did_you_mean

Amount = int | str
"""A whole number, or the exact decimal text of one that is not whole."""


class StepRow(TypedDict):
    """One indicator raised from a level to another."""

    indikator: str
    dari: Amount
    ke: Amount
    usaha: Amount


class PlanRow(TypedDict):
    """The promised answer: ``target`` as asked, ``indeks`` as printed after all steps; efforts of steps add up."""

    penilaian: str
    tahap: str
    target: str
    indeks: str
    usaha: Amount
    langkah: list[StepRow]


def show_plan(root: Path, form: str, region: Region, found: Results, target: str, *, write: bool) -> int:
    """Print the plan to ``target`` for the newest complete result of ``found``, or for its only assessment.

    Raises a usage error for a target that means nothing, a refusal for one that cannot be reached.
    """
    target = " ".join(target.split())
    outcome = _start(found)
    instrument = outcome.assessment.instrumen
    efforts = efforts_for(region.efforts, instrument)
    planner = Planner(outcome.score, efforts)
    plan = planner.cheapest(_value(target, instrument))
    if plan is None:
        words = _("Target {target} tidak dapat dicapai dari {penilaian}: paling tinggi {indeks}.")
        highest = wording.two_places(planner.highest)
        locked = " " + _("Indikator yang terkunci di indicators/upaya.yaml tidak dinaikkan.") if efforts.locked else ""
        raise RefusalError(
            words.format(target=_local(target), penilaian=outcome.assessment.nama, indeks=highest) + locked
        )
    if form == "json":
        click.echo(json.dumps(_row(outcome, target, plan), ensure_ascii=False, indent=2))
    else:
        click.echo(_text(region, outcome, target, plan))
    if not outcome.score.lengkap:
        words = _("Baru {a} dari {b} indikator dinilai; indeks dihitung dari yang sudah ada, selebihnya tidak diubah.")
        click.echo(words.format(a=outcome.score.terjawab, b=outcome.score.jumlah), err=True)
    if write:
        change = draft_roadmap(root, region, outcome, target, plan)
        write_change(root, change)
        for path in change.files:
            click.echo(_("Ditulis: {berkas}").format(berkas=path), err=True)
    return FINE


def _start(found: Results) -> Outcome:
    """The newest complete result; of a single assessment whatever it has."""
    latest = [one.lead for one in found.values() if one.lead is not None]
    fitting = [outcome for outcome in latest if outcome.score.lengkap] if len(found) > 1 else latest
    if not fitting or fitting[-1].score.nilai is None:
        if len(found) > 1:
            raise RefusalError(_("Belum ada penilaian yang lengkap; sebut salah satu dengan --penilaian NAMA."))
        raise RefusalError(_("Belum ada nilai, jadi belum ada yang dapat direncanakan."))
    return fitting[-1]


def _value(target: str, instrument: Instrumen) -> Fraction:
    """The index that ``target`` asks for: a number, or where the predicate of that name begins."""
    scale = instrument.skala
    if re.fullmatch(r"[0-9]{1,3}([.,][0-9]{1,9})?", target):
        value = Fraction(target.replace(",", "."))
        if not scale.minimum <= value <= scale.maksimum:
            words = _("Target {target} di luar skala {minimum}–{maksimum}.")
            low, high = decimal_text(scale.minimum), decimal_text(scale.maksimum)
            raise click.UsageError(words.format(target=target, minimum=low, maksimum=high))
        return value
    starts = {predicate.nama: predicate.bawah for predicate in instrument.predikat}
    for name, start in starts.items():
        if name.casefold() == target.casefold():
            return scale.minimum if start is None else start
    words = _("Target `{target}` bukan indeks (2.60) atau predikat.{maksud} Predikat: {pilihan}.")
    meant = did_you_mean(target, starts)
    raise click.UsageError(words.format(target=target, maksud=meant, pilihan=", ".join(starts)))


def _row(outcome: Outcome, target: str, plan: Plan) -> PlanRow:
    return PlanRow(
        penilaian=outcome.assessment.nama,
        tahap=outcome.tahap,
        target=target,
        indeks=plan.score.indeks or "",
        usaha=_amount(plan.usaha),
        langkah=[
            StepRow(
                indikator=step.indikator.kode,
                dari=_amount(step.dari),
                ke=_amount(step.ke),
                usaha=_amount(step.usaha),
            )
            for step in plan.langkah
        ],
    )


def _amount(value: Fraction) -> Amount:
    return int(value) if value.denominator == 1 else decimal_text(value)


def _text(region: Region, outcome: Outcome, target: str, plan: Plan) -> str:
    start = _("{penilaian} ({tahap}): indeks {indeks}.").format(
        penilaian=outcome.assessment.title,
        tahap=_(TAHAP.label(outcome.tahap)),
        indeks=wording.comma(outcome.score.indeks),
    )
    if not plan.langkah:
        return start + " " + _("Target {target} sudah tercapai.").format(target=_local(target))
    heads = (_("Indikator"), _("OPD"), _("Dari"), _("Ke"), _("Upaya"))
    rows = [
        (
            step.indikator.label,
            answering_office(region, outcome, step) or "–",
            *map(wording.number, (step.dari, step.ke, step.usaha)),
        )
        for step in plan.langkah
    ]
    verdict = plan.score.predikat
    reached = _("Jumlah upaya {usaha}; indeks menjadi {indeks}.").format(
        usaha=wording.number(plan.usaha),
        indeks=wording.comma(plan.score.indeks) + (f" ({verdict.nama})" if verdict else ""),
    )
    title = _("Langkah dengan upaya terkecil menuju {target}:").format(target=_local(target))
    shared = [_("Dikerjakan sekali bersama: {nama}.").format(nama=work.nama) for work in plan.bersama]
    needed = needed_lines(outcome.assessment, plan.langkah)
    return "\n".join([start, title, table(heads, rows, right=(2, 3, 4)), *shared, reached, *needed])


def _local(text: str) -> str:
    """A target as people write it: a number with the decimal sign of their language, or a word."""
    if not re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        return text
    return text.replace(".", ",") if language() == "id" else text.replace(",", ".")
