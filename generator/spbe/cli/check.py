"""``spbe check``: is the data in order?"""

from __future__ import annotations

from pathlib import Path

import click

from spbe.cli.commands import Command
from spbe.cli.ending import FINE, PROBLEMS
from spbe.cli.options import format_option
from spbe.i18n import gettext as _
from spbe.problems.report import FORMATS


def command() -> click.Command:
    """Make the command."""
    text = _("Periksa semua berkas data wilayah. Kode keluar 1 bila ada galat; peringatan dan info tidak menghalangi.")
    return Command("check", run, text, "spbe check\nspbe check --format json", [format_option(tuple(FORMATS))])


def run(root: Path, form: str) -> int:
    """Print the report on stdout."""
    from spbe.checks import open_region

    opened = open_region(root)
    report = FORMATS[form](opened.problems)
    if report:
        click.echo(report)
    return FINE if opened.sound else PROBLEMS
