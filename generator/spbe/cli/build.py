"""``spbe build``: the site, whole or not at all."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from spbe.cli.commands import Command
from spbe.cli.ending import FINE, PROBLEMS, RefusalError
from spbe.cli.options import debugging, edition_options
from spbe.cli.publishing import prepared
from spbe.i18n import gettext as _


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Bangun situs wilayah ke folder site. Bila data masih galat, situs yang lama tidak diubah dan kode keluar 1."
    )
    example = (
        "spbe build\nspbe build --edition opd --opd diskominfo\n"
        "spbe build --per-tanggal 2026-01-31 --strict\nspbe build --offline"
    )
    strict = click.Option(["--strict"], is_flag=True, help=_("Peringatan pun menggagalkan pembangunan."))
    offline = click.Option(
        ["--offline"],
        is_flag=True,
        help=_("Bangun salinan yang dibuka langsung dari cakram, tanpa pencarian, ke folder site-luring."),
    )
    out = click.Option(
        ["--out"],
        type=click.Path(path_type=Path),
        metavar="DIR",
        help=_("Folder tujuan (bawaan: site, atau site-luring dengan --offline). Isinya diganti seluruhnya."),
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
    from spbe.engines.places import PlaceError
    from spbe.engines.running import build_site, telling

    if sys.stderr.isatty():
        click.echo(_("Membangun situs …"), err=True)
    with telling(debug=debugging()):
        settings, options = prepared(root, edition, opd, today, strict=strict)
        target = Path(out or settings.config.site_dir)
        before = _identity(target)
        try:
            site = build_site(settings, options, offline=offline, target=out)
        except PlaceError as error:
            raise RefusalError(str(error)) from error
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
