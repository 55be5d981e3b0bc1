"""``spbe diff``: what changed between two states of a region, and what it means."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spbe.cli.command import Command
from spbe.cli.exit_codes import FINE
from spbe.cli.loading import demand_opd, wished_audience
from spbe.cli.options import edition_options, format_option
from spbe.i18n import gettext as _

if TYPE_CHECKING:
    from spbe.checks import Opened
    from spbe.differences import Difference
    from spbe.editions import Audience
    from spbe.sources.source import Source


def command() -> click.Command:
    """Make the command."""
    text = _(
        "Jelaskan apa yang berubah antara dua keadaan wilayah: catatan, hubungan, indeks dan sebabnya, kesesuaian "
        "nilai, kualitas data, dan masalah. BASE dan HEAD adalah revisi git (cabang, tanda, komit), atau folder atau "
        "arsip zip sebuah wilayah; tanpa HEAD yang dibandingkan adalah folder kerja sebagaimana adanya. Tidak ada "
        "yang diubah. Bentuk markdown adalah komentar untuk usulan perubahan, paling besar 60.000 bita, dan kosong "
        "bila tidak ada perubahan yang berarti. Bentuk html adalah satu berkas yang dibuka langsung dari disk, dengan "
        "keadaan dahulu dan kini berdampingan. Kode keluar 0, juga bila ada perubahan; kesalahan pada data "
        "diceritakan, tidak menghalangi."
    )
    example = (
        "spbe diff HEAD\nspbe diff main cabang-saya --format json\nspbe diff HEAD~5 --edition internal\n"
        "spbe diff main --format html > perubahan.html"
    )
    params: list[click.Parameter] = [
        click.Argument(["base"], metavar="BASE"),
        click.Argument(["head"], metavar="[HEAD]", required=False),
        format_option(("text", "markdown", "json", "html")),
        *edition_options("publik"),
    ]
    return Command("diff", run, text, example, params)


def run(
    root: Path, base: str, head: str | None, form: str, edition: str | None, opd: str | None, today: date | None
) -> int:
    """Print the difference on stdout."""
    from spbe.differences.difference_text import text_of
    from spbe.differences.rows import rows_of
    from spbe.differences.telling.markdown import markdown_of
    from spbe.i18n import about

    audience = wished_audience(edition, opd, "publik")
    difference = _compared(root, base, head, audience, today)
    with about(audience.looked_at):
        if form == "json":
            click.echo(json.dumps(rows_of(difference), ensure_ascii=False, indent=2))
        elif form == "markdown":
            comment = markdown_of(difference, base, head or _("folder kerja"))
            click.echo(comment, nl=bool(comment))
        elif form == "html":
            from spbe.site.comparison_page import comparison_page

            click.echo(comparison_page(difference, base, head or _("folder kerja")))
        else:
            click.echo(text_of(difference, base, head or _("folder kerja")))
    return FINE


def _compared(root: Path, base: str, head: str | None, audience: Audience, today: date | None) -> Difference:
    """What leads from ``base`` to ``head``, or to ``root`` as it lies there, at the newer one's date or ``today``.

    Raises a wrong usage for what is neither a revision nor a place that holds a region.
    """
    from spbe.checks import open_region
    from spbe.differences import difference_between
    from spbe.region.clock import clock_of
    from spbe.sources.folder import source_of
    from spbe.yamlio import DocumentReader

    older, newer = _source(root, base), _source(root, head) if head is not None else source_of(root)
    day = clock_of(newer, today).day
    reader = DocumentReader()  # equal files of both are understood once
    first, last = open_region(older, day, reader), open_region(newer, day, reader)
    for name, opened in ((base, first), (head or str(root), last)):
        _demand_region(name, opened)
    if audience.opd is not None:
        demand_opd(last.region, audience.opd)
    return difference_between(first, last, audience, since=clock_of(older).day)


def _source(root: Path, name: str) -> Source:
    """The revision ``name``, else the folder or archive of that name."""
    from spbe.problems.usage import WrongUsageError
    from spbe.sources.archive import ArchiveSource
    from spbe.sources.folder import FolderSource
    from spbe.sources.revision import revision_source

    try:
        return revision_source(root, name)
    except WrongUsageError:
        path = Path(name)
        if not name or not path.exists():
            raise
        return FolderSource(path) if path.is_dir() else ArchiveSource(path)


def _demand_region(name: str, opened: Opened) -> None:
    from spbe.problems.usage import WrongUsageError
    from spbe.region.layout import NO_REGION

    if any(problem.rule in NO_REGION for problem in opened.problems):
        words = _("`{nama}` tidak memuat wilayah; yang dibandingkan memuat content/, indicators/, atau architecture/.")
        raise WrongUsageError(words.format(nama=name))
