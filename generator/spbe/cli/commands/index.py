"""``spbe index``: every index, computed and beside the published one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import click

from spbe import wording
from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS
from spbe.cli.loading import demand_assessment, open_told, wished_audience
from spbe.cli.options import edition_options, format_option
from spbe.cli.text_table import table
from spbe.i18n import gettext as _
from spbe.model.penilaian import TAHAP
from spbe.problems import Problem
from spbe.region.file_naming import SUFFIXES
from spbe.region.layout import NOT_ASSESSMENTS
from spbe.scoring.hasil import Results
from spbe.scoring.results import IndexRow

_FILES = tuple(SUFFIXES)


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Hitung indeks setiap penilaian dan tahapnya. Perintah ini untuk pengelola, "
        "jadi bawaannya edisi internal: penilaian yang masih draf ikut tampil."
    )
    example = "spbe index\nspbe index --penilaian 2025 --format json\nspbe index --plan Baik"
    params = [
        format_option(("text", "json")),
        click.Option(["--penilaian"], metavar="NAMA", help=_("Hanya penilaian ini (nama foldernya).")),
        click.Option(
            ["--plan"],
            metavar="TARGET",
            help=_(
                "Cari langkah dengan upaya terkecil menuju indeks (2.60) atau predikat (Baik) dari penilaian lengkap "
                "terbaru."
            ),
        ),
        click.Option(
            ["--tulis"], is_flag=True, help=_("Bersama --plan: tulis langkahnya sebagai peta rencana, satu per OPD.")
        ),
        *edition_options("internal"),
    ]
    return Command("index", run, text, example, params)


def run(
    root: Path,
    form: str,
    penilaian: str | None,
    plan: str | None,
    tulis: bool,  # noqa: FBT001  (as click gives it)
    edition: str | None,
    opd: str | None,
    today: date | None,
) -> int:
    """Print the rows, or the plan, on stdout.

    Errors in the data go to stderr, and with them which assessments are left out because of them; the others are
    reckoned all the same, but nothing is written.
    """
    from spbe.editions import redact
    from spbe.scoring.outcomes import outcomes

    if tulis and plan is None:
        raise click.UsageError(_("--tulis hanya berlaku bersama --plan."))
    audience = wished_audience(edition, opd, "internal")
    opened = open_told(root, today, audience.opd)
    if opened is None or (tulis and not opened.sound):
        return PROBLEMS
    left_out = _left_out(opened.problems)
    for name, problem in left_out.items():
        words = _("Tidak dihitung karena kesalahan di {berkas}: penilaian {nama}.")
        click.echo(words.format(berkas=problem.file, nama=name), err=True)
    kept = {name: one for name, one in opened.region.assessments.items() if name not in left_out}
    region = replace(opened.region, assessments=kept)
    view = redact(region, outcomes(region), audience)
    found = view.results
    if penilaian in left_out:
        return PROBLEMS
    if penilaian is not None:
        demand_assessment(found, penilaian)
        found = {penilaian: found[penilaian]}
    if plan is not None:
        from spbe.cli.plan_report import show_plan

        code = show_plan(root, form, view.region, found, plan, write=tulis)
        return code if opened.sound else PROBLEMS
    if form == "json":
        rows = [row for hasil in found.values() for row in hasil.rows]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(_text(found))
    return FINE if opened.sound else PROBLEMS


def _left_out(problems: Iterable[Problem]) -> dict[str, Problem]:
    """The assessments with an error in their folder, each with the first one: their figures could be wrong."""
    found: dict[str, Problem] = {}
    for problem in problems:
        place = PurePosixPath(problem.file).parts
        if problem.severity == "error" and len(place) > 1 and place[0] == "indicators":
            found.setdefault(place[1], problem)
    return {name: found[name] for name in sorted(found) if name not in NOT_ASSESSMENTS and not name.endswith(_FILES)}


def _text(found: Results) -> str:
    blocks: list[str] = []
    heads = (_("Tahap"), _("Indeks"), _("Predikat"), _("Resmi"), _("Banding"), _("Terisi"))
    for name, hasil in found.items():
        if not hasil.rows:
            blocks.append(_("{penilaian}: belum ada nilai.").format(penilaian=name))
            continue
        head = hasil.assessment
        title = f"{head.title} · {head.instrumen.nama} ({head.instrumen.id})"
        answered = {stage.tahap: stage.score.terjawab for stage in hasil.stages}
        number = len(head.instrumen.all_indicators())
        rows = [_row(row, answered.get(row["tahap"], 0), number) for row in hasil.rows]
        blocks.append(f"{title}\n{table(heads, rows, right=(1, 3))}")
    return "\n\n".join(blocks) or _("Belum ada penilaian.")


def _row(row: IndexRow, answered: int, number: int) -> tuple[str, ...]:
    verdict = row["predikat"] or "–"
    if row["pada_batas"]:
        verdict += " " + _("(pada batas predikat)")
    compared = {True: _("sama"), False: _("berbeda"), None: "–"}[row["cocok"]]
    return (
        _(TAHAP.label(row["tahap"])),
        wording.comma(row["indeks"]),
        verdict,
        wording.comma(row["resmi"]),
        compared,
        _("{n} dari {m}").format(n=answered, m=number),
    )
