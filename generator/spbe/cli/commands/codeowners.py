"""``spbe codeowners``: the file by which a host asks the owners of records before a change is accepted."""

from __future__ import annotations

from pathlib import Path

import click

from spbe.changes.drafting import demand_region
from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE
from spbe.cli.loading import demand_top
from spbe.cli.writing import write
from spbe.i18n import gettext as _


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Tulis CODEOWNERS dari `perangkat_daerah` setiap catatan dan `akun_git` OPD-nya, agar GitHub atau GitLab "
        "meminta persetujuan pemiliknya. Baris buatan sendiri di atas tanda spbe tetap. Ulangi bila `spbe check` "
        "menyebutnya usang."
    )
    return Command("codeowners", run, text, "spbe codeowners")


def run(root: Path) -> int:
    """Write the file if it says something else, and say where it is."""
    from spbe.changes.owners import owners_change

    demand_region(root)
    demand_top(root)
    change = owners_change(root)
    if change.files:
        write(root, change)
    click.echo(next(iter(change.before)))
    return FINE
