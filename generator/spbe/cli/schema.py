"""``spbe schema``: the JSON Schemas that editors read."""

from __future__ import annotations

from pathlib import Path

import click

from spbe.cli.commands import Command
from spbe.cli.ending import FINE, PROBLEMS
from spbe.cli.opening import demand_region
from spbe.i18n import gettext as _


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Tulis skema JSON setiap jenis berkas data, agar editor menjelaskan isian, menawarkan pilihan, "
        "dan menandai yang salah. Ulangi setelah spbe diperbarui."
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
    from spbe.yamlio.jsonschema import FOLDER, schema_texts

    if out is None:
        demand_region(root)
    folder = out if out is not None else root / FOLDER
    stale = {name: text for name, text in schema_texts().items() if _there(folder / name) != text}
    if check:
        for name in stale:
            click.echo(_("{berkas} belum sesuai; jalankan `spbe schema`.").format(berkas=folder / name), err=True)
        return PROBLEMS if stale else FINE
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stale.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(_("Skema di {folder}: {n} berkas diperbarui.").format(folder=folder, n=len(stale)))
    return FINE


def _there(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
