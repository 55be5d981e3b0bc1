"""``spbe migrate``: what a region wrote in former words, written in the words of today."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE
from spbe.cli.options import date_option
from spbe.cli.writing import write
from spbe.i18n import gettext as _

if TYPE_CHECKING:
    from spbe.changes.migration import MigratedRegion

SHOWN: Final = 5
"""So many places of one migration are named; of more, their number."""


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Tulis ulang yang masih memakai nama berkas, nama isian, nilai, ID, atau alamat lama dengan yang sekarang. "
        "Data lama tetap sah; perintah ini hanya merapikan. Tanpa --tulis tidak ada yang diubah: yang akan berubah "
        "disebut, beserta artinya bagi wilayah."
    )
    params: list[click.Parameter] = [
        click.Option(["--tulis", "write_it"], is_flag=True, help=_("Tulis perubahannya.")),
        date_option(_("Tanggal acuan pemeriksaan (bawaan: tanggal komit terakhir).")),
    ]
    return Command("migrate", run, text, "spbe migrate\nspbe migrate --tulis", params)


def run(root: Path, today: date | None, *, write_it: bool) -> int:
    """Tell what would be written anew, and with ``write_it`` write it."""
    from spbe.changes.migration import migrated
    from spbe.changes.trial import tried
    from spbe.checks import open_region
    from spbe.differences import difference_between
    from spbe.differences.difference_text import text_of
    from spbe.editions import INTERNAL

    found = migrated(open_region(root, today))
    _tell(found)
    if not found.change.files:
        return FINE
    if write_it:
        write(root, found.change)
        click.echo(_("{n} berkas ditulis.").format(n=len(found.change.files)))
        return FINE
    trial = tried(found.change, root, today)
    difference = difference_between(trial.before, trial.after, INTERNAL, since=trial.before.clock.day)
    click.echo()
    click.echo(text_of(difference, _("sekarang"), _("sesudah migrasi")))
    click.echo(_("Belum ada yang ditulis. Jalankan lagi dengan --tulis."))
    return FINE


def _tell(found: MigratedRegion) -> None:
    if not found.told:
        click.echo(_("Tidak ada yang perlu dimigrasi."))
    for migration, steps in found.told:
        click.echo(f"{_(migration.title)}: {len(steps)}")
        for step in steps[:SHOWN]:
            click.echo(f"  {step.file}: {step.old} → {step.new}")
        if len(steps) > SHOWN:
            click.echo("  " + _("dan {n} lagi").format(n=len(steps) - SHOWN))
    for step in found.left:
        words = _("{berkas}: {lama} tidak dapat ditulis ulang di tempatnya; tulis {baru} sendiri.")
        click.echo(words.format(berkas=step.file, lama=step.old, baru=step.new), err=True)
