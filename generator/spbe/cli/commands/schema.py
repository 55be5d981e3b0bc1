"""``spbe schema``: the JSON Schemas that editors read."""

from __future__ import annotations

from pathlib import Path

import click

from spbe.changes import Change
from spbe.changes.drafting import demand_region
from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS
from spbe.cli.writing import write
from spbe.i18n import gettext as _


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Tulis skema JSON setiap jenis berkas data, agar editor menjelaskan isian, menawarkan pilihan, "
        "dan menandai yang salah; juga daftar ID untuk ditawarkan. "
        "Ulangi setelah spbe diperbarui atau catatan bertambah."
    )
    params = [
        click.Option(
            ["--out"],
            type=click.Path(path_type=Path),
            metavar="DIR",
            help=_("Folder tujuan (bawaan: skema/ di wilayah)."),
        ),
        click.Option(["--check"], is_flag=True, help=_("Jangan menulis; kode keluar 1 bila yang ada berbeda.")),
    ]
    return Command("schema", run, text, "spbe schema\nspbe schema --check", params)


def run(root: Path, out: Path | None, *, check: bool) -> int:
    """Write the schemas, or compare them with what is there."""
    from spbe.changes.schema_files import ids_file, stale_schemas
    from spbe.yamlio.jsonschema import FOLDER

    if out is None:
        demand_region(root)
    folder = out if out is not None else root / FOLDER
    stale = stale_schemas(folder)
    if check:
        for name in stale:
            click.echo(_("{berkas} belum sesuai; jalankan `spbe schema`.").format(berkas=folder / name), err=True)
        return PROBLEMS if stale else FINE
    files = stale | ids_file(root, folder)
    write(folder, Change("spbe schema", {name: text.encode() for name, text in files.items()}))
    click.echo(_("Skema di {folder}: {n} berkas diperbarui.").format(folder=folder, n=len(stale)))
    return FINE
