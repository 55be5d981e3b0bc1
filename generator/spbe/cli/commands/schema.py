"""``spbe schema``: the JSON Schemas that editors read."""

from __future__ import annotations

from pathlib import Path

import click

from spbe.changes.drafting import demand_region
from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS
from spbe.i18n import gettext as _
from spbe.sources.storing import store


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
    from spbe.yamlio.jsonschema import FOLDER, schema_texts

    if out is None:
        demand_region(root)
    folder = out if out is not None else root / FOLDER
    stale = {name: text for name, text in schema_texts().items() if _there(folder / name) != text}
    if check:
        for name in stale:
            click.echo(_("{berkas} belum sesuai; jalankan `spbe schema`.").format(berkas=folder / name), err=True)
        return PROBLEMS if stale else FINE
    store(folder, {name: text.encode() for name, text in (stale | ids_file(root, folder)).items()})
    click.echo(_("Skema di {folder}: {n} berkas diperbarui.").format(folder=folder, n=len(stale)))
    return FINE


def ids_file(root: Path, folder: Path) -> dict[str, str]:
    """The list of the ids of the region at ``root``, by its name, if what is in ``folder`` says another.

    The list changes with every record, so it is not what ``--check`` looks at: an old one only offers less.
    """
    from spbe.model.kinds import KINDS
    from spbe.region import read_region
    from spbe.yamlio.forms import IDS
    from spbe.yamlio.jsonschema import ids_text

    known: dict[str, dict[str, str]] = {slug: {} for slug in KINDS}
    for entry in read_region(root).of_kind(*KINDS):
        known[entry.kind][entry.id] = str(getattr(entry.record, "nama", ""))
    text = ids_text({slug: dict(sorted(names.items())) for slug, names in known.items()})
    return {} if _there(folder / IDS) == text else {IDS: text}


def _there(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
