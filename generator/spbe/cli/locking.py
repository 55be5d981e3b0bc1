"""``spbe check --kunci-mutu``: the limits of data quality as the records are today."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from spbe.catalogue.quality_gate import FILE, Measure, measured, share_text, tightened
from spbe.changes import of_edits, of_new_files
from spbe.checks import Opened
from spbe.cli.writing import write
from spbe.i18n import gettext as _
from spbe.model.mutu import Mutu
from spbe.problems.usage import RefusalError
from spbe.yamlio.editing import NotEditableError, edited
from spbe.yamlio.jsonschema import FOLDER
from spbe.yamlio.writing import MODELINE

_ORIGIN: Final = "spbe check --kunci-mutu"


def lock(root: Path, opened: Opened, *, loosen: bool) -> None:
    """Write the limits of the region at ``root``, which must be ``opened`` without errors, and say what changed.

    A file that is there keeps its comments and its choice of limits; they become tighter, and looser only where
    ``loosen`` allows it.
    """
    now = measured(opened.region)
    if opened.limits is None or not isinstance(opened.limits.record, Mutu):
        write(root, of_new_files(_ORIGIN, {FILE: _fresh(now)}))
        click.echo(_("Batas mutu ditulis: {berkas}.").format(berkas=FILE), err=True)
        return
    changes = tightened(opened.limits.record, now, loosen=loosen)
    wanted = _with(opened.limits.document.value, changes)
    try:
        change = of_edits(_ORIGIN, root, {FILE: lambda text: edited(text, wanted)})
    except NotEditableError as error:
        words = _("{berkas}: `{kunci}` tidak dapat ditulis ulang; tulis nilainya langsung, tanpa alias.")
        raise RefusalError(words.format(berkas=FILE, kunci=error)) from error
    write(root, change)
    for (part, name), value in changes.items():
        click.echo(
            _("{berkas}: {bagian}.{nama} menjadi {nilai}.").format(berkas=FILE, bagian=part, nama=name, nilai=value),
            err=True,
        )
    if not changes:
        click.echo(_("Batas mutu tetap: tidak ada yang dapat diketatkan."), err=True)
    if unguarded := [*_unguarded(opened.limits.record, now)]:
        words = _("Belum dijaga: {daftar}. Tambahkan barisnya, atau hapus berkasnya lalu jalankan lagi.")
        click.echo(words.format(daftar=", ".join(unguarded)), err=True)


def _with(limits: Any, changes: Mapping[tuple[str, str], str]) -> dict[str, dict[str, Any]]:
    made = {part: dict(values or {}) for part, values in limits.items()}
    for (part, name), value in changes.items():
        made[part][name] = value
    return made


def _unguarded(limits: Mutu, now: Measure) -> list[str]:
    kinds = [f"kelengkapan.{kind}" for kind in now.shares if kind not in limits.kelengkapan]
    return kinds + [f"temuan.{name}" for name in now.found if name not in limits.temuan]


def _fresh(now: Measure) -> str:
    """The file as it begins: every limit there is."""
    lines = [
        f"{MODELINE}../{FOLDER}/mutu.json",
        "# Batas mutu data: `spbe check` dan `spbe build` menolak data yang lebih buruk dari ini.",
        "# Ditulis oleh `spbe check --kunci-mutu`; jalankan lagi untuk mengetatkan batas setelah data membaik.",
        "# Baris yang dihapus berarti tidak dijaga. Komentar boleh ditambahkan dan tetap tersimpan.",
        "",
    ]
    if now.shares:
        lines += ["# Isian yang terjawab dari semua isian jenis itu.", "kelengkapan:"]
        lines += [f"  {kind}: {share_text(share)}" for kind, share in now.shares.items()] + [""]
    lines += ["# Paling banyak sekian catatan boleh memiliki temuan ini.", "temuan:"]
    lines += [f"  {name}: {len(nodes)}" for name, nodes in now.found.items()]
    return "\n".join(lines) + "\n"
