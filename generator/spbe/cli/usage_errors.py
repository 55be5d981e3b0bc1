"""What click finds wrong with a command line, said in the user's language."""

from __future__ import annotations

import click
from click.exceptions import NoArgsIsHelpError

from spbe.i18n import gettext as _
from spbe.yamlio.validation import did_you_mean


def usage_message(error: click.UsageError) -> str:
    """The mistake, and how to get help; where nothing at all was asked, the help itself."""
    if isinstance(error, NoArgsIsHelpError):
        return error.format_message()
    path = error.ctx.command_path if error.ctx else "spbe"
    help_line = _("Lihat `{perintah} --help`.").format(perintah=path)
    return _("Galat: {pesan}").format(pesan=_said(error)) + "\n" + help_line


def _said(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for param in _params(error.ctx) for name in param.opts]
        meant = did_you_mean(error.option_name, known)
        return _("Opsi {opsi} tidak dikenal.{maksud}").format(opsi=error.option_name, maksud=meant)
    if isinstance(error, click.MissingParameter):
        return _("{isian} belum disebut.").format(isian=_name(error.param))
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)}: {error.message}" if error.param else error.message
    if isinstance(error, click.BadOptionUsage):
        return _("Opsi {opsi} dipakai dengan cara yang salah: {sebab}").format(
            opsi=error.option_name, sebab=error.message
        )
    if error.message.startswith("Missing command"):
        return _("Perintah belum disebut.")
    if error.message.startswith("Got unexpected extra argument"):
        words = error.message.partition("(")[2].rstrip(")")
        return _("Terlalu banyak kata: {kata}.").format(kata=words)
    return error.message


def _params(ctx: click.Context | None) -> list[click.Parameter]:
    return ctx.command.get_params(ctx) if ctx else []


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return _("Isian")
    return param.human_readable_name if isinstance(param, click.Argument) else max(param.opts, key=len)
