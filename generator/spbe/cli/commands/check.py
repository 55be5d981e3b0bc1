"""``spbe check``: is the data in order?"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE, PROBLEMS
from spbe.cli.options import format_option
from spbe.cli.writing import write
from spbe.i18n import gettext as _
from spbe.problems.excerpts import Excerpts
from spbe.problems.report import FORMATS, text_report

if TYPE_CHECKING:
    from spbe.checks import Opened


RULES_PAGE: Final = "panduan/aturan.md"
"""The page of rules in the guide, seen from ``content/``."""


def command() -> click.Command:
    """Make the command."""
    everything = click.Option(
        ["--semua"],
        is_flag=True,
        help=_("Tampilkan semuanya satu per satu: juga info, dan setiap letak dari kesalahan yang sama."),
    )
    lock = click.Option(
        ["--kunci-kualitas"],
        is_flag=True,
        help=_(
            "Tulis batas kualitas data ke architecture/kualitas.yaml, atau ketatkan batas yang ada bila data sudah "
            "lebih baik. Sesudah itu data yang lebih buruk menjadi kesalahan."
        ),
    )
    former = click.Option(["--kunci-mutu"], is_flag=True, hidden=True)
    loosen = click.Option(
        ["--longgarkan"],
        is_flag=True,
        help=_("Bersama --kunci-kualitas: samakan batas dengan data yang sekarang, juga bila lebih buruk."),
    )
    strict = click.Option(["--strict"], is_flag=True, help=_("Peringatan juga menghalangi: kode keluar 1."))
    text = _(
        "Periksa semua berkas data wilayah. Kode keluar 1 bila ada kesalahan; peringatan dan info tidak menghalangi."
    )
    example = "spbe check\nspbe check --format json\nspbe check --kunci-kualitas"
    return Command(
        "check", run, text, example, [format_option(tuple(FORMATS)), everything, strict, lock, former, loosen]
    )


def run(
    root: Path, form: str, *, semua: bool, strict: bool, kunci_kualitas: bool, kunci_mutu: bool, longgarkan: bool
) -> int:
    """Print the report on stdout; as text it only counts information unless ``semua``."""
    from spbe.catalogue.quality_gate import with_broken_limits
    from spbe.checks import open_region
    from spbe.engines.preflight import preflight

    lock = kunci_kualitas or kunci_mutu
    if longgarkan and not lock:
        raise click.UsageError(_("--longgarkan hanya berlaku bersama --kunci-kualitas."))
    opened = open_region(root)
    if lock and opened.sound:
        _lock(root, opened, loosen=longgarkan)
        opened = open_region(root)
    opened = preflight(with_broken_limits(opened), target=True)
    problems = opened.problems
    report = (
        _text(opened, _rules_page(root, opened), everything=semua)
        if form == "text"
        else FORMATS[form](problems, opened.waived, _rules_page(root, opened))
    )
    if report:
        click.echo(report)
    hindered = strict and any(problem.severity == "warning" for problem in problems)
    return FINE if opened.sound and not hindered else PROBLEMS


def _rules_page(root: Path, opened: Opened) -> str:
    """Where the region's own guide explains the rules: an address, or a file while the site has none; else empty."""
    from spbe.region.page_reader import address_of
    from spbe.region.settings import read_settings

    if not any(page.uri == RULES_PAGE for page in opened.content.pages):
        return ""
    settings, _problems = read_settings(root)
    site = settings.get("site_url") if settings else None
    return f"{site.rstrip('/')}{address_of(RULES_PAGE)}" if isinstance(site, str) and site else f"content/{RULES_PAGE}"


def _text(opened: Opened, rules_page: str, *, everything: bool) -> str:
    """The report for people, with the lines that it is about; coloured on a terminal, unless ``NO_COLOR`` says no."""
    from spbe.yamlio.guard import plain_text
    from spbe.yamlio.limits import FILE_BYTES

    def text_of(file: str) -> str | None:
        try:
            return plain_text(opened.source.read(file, FILE_BYTES))
        except OSError:
            return None

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return text_report(
        opened.problems, opened.waived, rules_page, everything=everything, excerpts=Excerpts(text_of), colour=colour
    )


def _lock(root: Path, opened: Opened, *, loosen: bool) -> None:
    """Write the limits of data quality and say on stderr what they became."""
    from spbe.changes.quality_limits import draft_limits

    drafted = draft_limits(root, opened, loosen=loosen)
    write(root, drafted.change)
    if drafted.begins:
        click.echo(_("Batas kualitas data ditulis: {berkas}.").format(berkas=drafted.file), err=True)
        return
    for (part, name), value in drafted.limits.items():
        words = _("{berkas}: {bagian}.{nama} menjadi {nilai}.")
        click.echo(words.format(berkas=drafted.file, bagian=part, nama=name, nilai=value), err=True)
    if not drafted.limits:
        click.echo(_("Batas kualitas data tetap: tidak ada yang dapat diketatkan."), err=True)
    if drafted.unguarded:
        words = _("Belum dijaga: {daftar}. Tambahkan barisnya, atau hapus berkasnya lalu jalankan lagi.")
        click.echo(words.format(daftar=", ".join(drafted.unguarded)), err=True)
