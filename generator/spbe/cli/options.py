"""Options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from spbe.i18n import LANGUAGES
from spbe.i18n import gettext as _
from spbe.problems.usage import RefusalError
from spbe.yamlio.validation import did_you_mean

_DEBUG: Final = "spbe.debug"


class ChoiceParameter(click.Choice[str]):
    """A closed list, with the nearest value offered for one that is not in it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """``value`` if it is in the list; fails otherwise."""
        if value not in self.choices:
            meant = did_you_mean(str(value), self.choices)
            words = _("`{kata}` bukan pilihan.{maksud} Pilihan: {pilihan}.")
            self.fail(words.format(kata=value, maksud=meant, pilihan=", ".join(self.choices)), param, ctx)
        return str(value)


class DateParameter(click.ParamType[date]):
    """A date, ``YYYY-MM-DD``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """``value`` as a reference date; fails for anything else, such as 2025-02-30."""
        from spbe.problems.usage import WrongUsageError
        from spbe.region.clock import wished_day

        try:
            return wished_day(value)
        except WrongUsageError as error:
            self.fail(str(error), param, ctx)


class Year(click.ParamType[str]):
    """A calendar year, as the data may have it."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """``value`` if it is four digits of a year; fails otherwise."""
        if not re.fullmatch(r"(19|20|21)[0-9]{2}", str(value)):
            self.fail(_("`{tulisan}` bukan tahun; tulis seperti 2025.").format(tulisan=value), param, ctx)
        return str(value)


def root_option() -> click.Option:
    """``--root``: the region's folder, found upward when it is not given."""

    def find(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:  # noqa: ARG001
        return value if value is not None else _nearest_region()

    return click.Option(
        ["--root"],
        type=click.Path(path_type=Path),
        callback=find,
        metavar="DIR",
        help=_("Folder wilayah. Bila tidak disebut: folder terdekat ke atas yang berisi mkdocs.yml."),
    )


def _nearest_region() -> Path:
    """The nearest folder upward with ``mkdocs.yml``; the current one if there is none."""
    from spbe.region.layout import SETTINGS

    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise RefusalError(_("Folder tempat perintah ini dijalankan sudah tidak ada.")) from None
    return next((folder for folder in (here, *here.parents) if (folder / SETTINGS).is_file()), here)


def lang_option() -> click.Option:
    """``--lang``; the program looks it up before parsing, here it is only checked and explained."""
    return click.Option(
        ["--lang"],
        type=ChoiceParameter(LANGUAGES),
        expose_value=False,
        metavar="id|en",
        help=_("Bahasa pesan: id atau en (bawaan id; variabel SPBE_LANG)."),
    )


def debug_option() -> click.Option:
    """``--debug``, before or after the command's name."""

    def remember(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001
        if value:
            ctx.find_root().meta[_DEBUG] = True

    return click.Option(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        callback=remember,
        help=_("Tampilkan rincian untuk melacak kesalahan program."),
    )


def debugging() -> bool:
    """Whether ``--debug`` was given."""
    ctx = click.get_current_context(silent=True)
    return ctx is not None and bool(ctx.find_root().meta.get(_DEBUG))


def format_option(formats: Sequence[str]) -> click.Option:
    """``--format``; the first is the default."""
    return click.Option(
        ["--format", "form"],
        type=ChoiceParameter(formats),
        default=formats[0],
        metavar="|".join(formats),
        help=_("Bentuk keluaran (bawaan {bawaan}).").format(bawaan=formats[0]),
    )


def date_option(text: str) -> click.Option:
    """``--per-tanggal``, with ``text`` about what stands without it."""
    return click.Option(["--per-tanggal", "today"], type=DateParameter(), metavar="YYYY-MM-DD", help=text)


def edition_options(default: str) -> list[click.Parameter]:
    """``--edition``, ``--opd`` and ``--per-tanggal``; ``default`` is only told, absent options stay ``None``."""
    from spbe.editions import EDITIONS

    return [
        click.Option(
            ["--edition"],
            type=ChoiceParameter(EDITIONS),
            metavar="|".join(EDITIONS),
            help=_("Untuk siapa: publik, opd, atau internal (bawaan {bawaan}).").format(bawaan=default),
        ),
        click.Option(["--opd"], metavar="ID", help=_("ID perangkat daerah untuk edisi opd.")),
        date_option(
            _("Tanggal acuan umur dan masa berlaku (bawaan: tanggal komit terakhir yang mengubah isi edisi itu).")
        ),
    ]
