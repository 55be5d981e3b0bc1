"""``spbe export``: records, or the working sheet of an assessment, as a workbook that people fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS
from spbe.cli.loading import demand_assessment, open_told, wished_audience
from spbe.cli.options import ChoiceParameter, edition_options
from spbe.cli.outgoing import demand_place, save
from spbe.cli.progress import tell_step
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.problems.usage import RefusalError

if TYPE_CHECKING:
    from spbe.editions import Edition
    from spbe.exchange.sheets.workbook import Workbook


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Tulis catatan sebagai berkas Excel untuk diisi perangkat daerah, lengkap dengan petunjuk dan pilihannya. "
        "Isinya hanya yang boleh dilihat edisi itu; dengan --opd hanya catatan milik OPD itu."
    )
    example = (
        "spbe export data.xlsx\nspbe export diskominfo.xlsx --opd diskominfo\n"
        "spbe export aplikasi.xlsx --kind aplikasi --kind data --edition internal\n"
        "spbe export penilaian.xlsx --penilaian 2025 --opd diskominfo"
    )
    params: list[click.Parameter] = [
        click.Argument(["file"], type=click.Path(path_type=Path), metavar="BERKAS"),
        click.Option(
            ["--kind", "kinds"],
            multiple=True,
            type=ChoiceParameter([*KINDS]),
            metavar="JENIS",
            help=_("Hanya jenis catatan ini; boleh disebut beberapa kali."),
        ),
        click.Option(
            ["--penilaian"],
            metavar="NAMA",
            help=_("Lembar kerja penilaian ini (nama foldernya): pertanyaan, kriteria, yang lalu, dan isiannya."),
        ),
        click.Option(["--timpa"], is_flag=True, help=_("Ganti berkas bernama sama yang sudah ada.")),
        *edition_options("publik"),
    ]
    return Command("export", run, text, example, params)


def run(
    file: Path,
    root: Path,
    kinds: tuple[str, ...],
    penilaian: str | None,
    edition: str | None,
    opd: str | None,
    today: date | None,
    *,
    timpa: bool,
) -> int:
    """Write the workbook; tell the problems instead where the region has errors."""
    from spbe.exchange.sheets.xlsx_writer import xlsx_bytes
    from spbe.history import dated_view

    if kinds and penilaian is not None:
        raise click.UsageError(_("--kind dan --penilaian tidak dapat dipakai bersama."))
    audience = wished_audience(edition, opd, "publik")
    demand_place(root, file, replace=timpa)
    if not file.parent.is_dir():
        raise RefusalError(_("Folder {folder} tidak ada.").format(folder=file.parent))
    tell_step(_("Membuka data wilayah …"))
    opened = open_told(root, today, audience.opd)
    if opened is None or not opened.sound:
        return PROBLEMS
    view, _dated = dated_view(opened, audience)
    book = _book(view, kinds, penilaian)
    rows = sum(len(sheet.rows) for sheet in book.sheets)
    tell_step(_("Menulis {n} baris …").format(n=rows))
    save({file: xlsx_bytes(book)})
    words = _("Ditulis: {berkas} ({lembar} lembar, {baris} baris), {edisi}.")
    click.echo(words.format(berkas=file, lembar=len(book.sheets), baris=rows, edisi=audience.described))
    return FINE


def _book(view: Edition, kinds: tuple[str, ...], assessment: str | None) -> Workbook:
    from spbe.exchange.sheets.workbook import assessment_workbook, kinds_with_records, records_workbook

    if assessment is not None:
        demand_assessment(view.region.assessments, assessment)
        return assessment_workbook(view, assessment)
    return records_workbook(view, [kind for kind in KINDS if kind in kinds] or kinds_with_records(view))
