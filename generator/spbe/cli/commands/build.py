"""``spbe build``: the site, whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS
from spbe.cli.loading import prepared
from spbe.cli.options import debugging, edition_options
from spbe.cli.progress import tell_step
from spbe.i18n import gettext as _


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Bangun situs wilayah ke folder site. Bila data masih mengandung kesalahan, situs yang lama tidak diubah dan "
        "kode keluar 1."
    )
    example = (
        "spbe build\nspbe build --edition opd --opd diskominfo\n"
        "spbe build --per-tanggal 2026-01-31 --strict\nspbe build --offline"
    )
    strict = click.Option(["--strict"], is_flag=True, help=_("Peringatan pun menggagalkan pembangunan."))
    offline = click.Option(
        ["--offline"],
        is_flag=True,
        help=_(
            "Bangun salinan yang dibuka dari komputer tanpa server web, tanpa pencarian. Nama foldernya berakhiran "
            "-luring."
        ),
    )
    out = click.Option(
        ["--out"],
        type=click.Path(path_type=Path),
        metavar="DIR",
        help=_(
            "Folder tujuan (bawaan: site; edisi lain site-internal dan site-opd-ID). Isinya diganti seluruhnya, "
            "kecuali yang ditaruh di sana oleh penyedia hosting, seperti .git dan CNAME."
        ),
    )
    return Command("build", run, text, example, [*edition_options("publik"), strict, offline, out])


def run(
    root: Path,
    edition: str | None,
    opd: str | None,
    today: date | None,
    out: Path | None,
    *,
    strict: bool,
    offline: bool,
) -> int:
    """Build and say where the site is."""
    from spbe.engines.mkdocs.build_log import build_logging
    from spbe.engines.mkdocs.mkdocs_settings import target_of
    from spbe.engines.mkdocs.runner import build_site

    tell_step(_("Membangun situs …"))
    with build_logging(debug=debugging()):
        settings, options = prepared(root, edition, opd, today, strict=strict)
        before = _identity(target := target_of(settings, options, offline=offline, out=out))
        try:
            site = build_site(settings, options, offline=offline, target=target)
        except KeyboardInterrupt:
            if _identity(target) == before:
                click.echo(_("Dihentikan; situs yang lama tidak diubah."), err=True)
            raise
    if site is None:
        return PROBLEMS
    click.echo(_("Situs selesai: {folder}").format(folder=site))
    return FINE


def _identity(folder: Path) -> int | None:
    """What tells a folder from another that took its place; ``None`` when there is none."""
    try:
        return folder.stat().st_ino
    except OSError:
        return None
