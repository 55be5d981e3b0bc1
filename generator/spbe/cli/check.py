"""``spbe check``: is the data in order?"""

from __future__ import annotations

from pathlib import Path

import click

from spbe.cli.commands import Command
from spbe.cli.ending import FINE, PROBLEMS
from spbe.cli.options import format_option
from spbe.i18n import gettext as _
from spbe.problems.report import FORMATS, text_report


def command() -> click.Command:
    """Make the command."""
    everything = click.Option(["--semua"], is_flag=True, help=_("Tampilkan juga info, satu per satu."))
    text = _("Periksa semua berkas data wilayah. Kode keluar 1 bila ada galat; peringatan dan info tidak menghalangi.")
    return Command(
        "check", run, text, "spbe check\nspbe check --format json", [format_option(tuple(FORMATS)), everything]
    )


def run(root: Path, form: str, *, semua: bool) -> int:
    """Print the report on stdout; as text it only counts information unless ``semua``."""
    from spbe.checks import open_region

    opened = open_region(root)
    problems = opened.problems
    report = text_report(problems, everything=semua) if form == "text" else FORMATS[form](problems)
    if report:
        click.echo(report)
    return FINE if opened.sound else PROBLEMS
