"""How a run ends: what came out, or what went wrong, as an exit code and a message in the user's language."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable
from typing import Final

import click
from click.exceptions import NoArgsIsHelpError

from spbe.i18n import gettext as _
from spbe.i18n import speaking
from spbe.problems.system import SURROUNDINGS, said
from spbe.problems.usage import RefusalError, WrongUsageError
from spbe.yamlio.validation import did_you_mean

FINE: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2
FAULT: Final = 3
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


class ReportError(Exception):
    """What was asked cannot be done; the text is a whole report of problems, in the user's language."""


def exit_code_of(run: Callable[[], object], *, debug: bool) -> int:
    """The exit code of ``run``, which returns it or nothing; whatever it raises is told on stderr."""
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        stop_writing()
        return PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FINE if end.code is None else PROBLEMS
    except click.UsageError as error:
        return _tell(_usage_message(error), USAGE)
    except ReportError as error:
        return _tell(str(error), PROBLEMS)
    except WrongUsageError as error:
        return _tell(_("Kesalahan: {pesan}").format(pesan=error), USAGE)
    except (RefusalError, click.ClickException) as error:
        text = error.format_message() if isinstance(error, click.ClickException) else str(error)
        return _tell(_("Kesalahan: {pesan}").format(pesan=text), PROBLEMS)
    except Exception as error:  # noqa: BLE001  (the last line of defence)
        try:
            return _unexpected(error, debug=debug)
        except Exception as second:  # noqa: BLE001  (the translations are what is broken)
            with speaking("id"):
                return _unexpected(second, debug=debug)
    return code if isinstance(code, int) else FINE


def _usage_message(error: click.UsageError) -> str:
    """The mistake, and how to get help; where nothing at all was asked, the help itself."""
    if isinstance(error, NoArgsIsHelpError):
        return error.format_message()
    path = error.ctx.command_path if error.ctx else "spbe"
    help_line = _("Lihat `{perintah} --help`.").format(perintah=path)
    return _("Kesalahan: {pesan}").format(pesan=_usage_words(error)) + "\n" + help_line


def _usage_words(error: click.UsageError) -> str:
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


def _unexpected(error: Exception, *, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    if isinstance(error, MemoryError):
        error = OSError(errno.ENOMEM, "")
    if isinstance(error, OSError) and error.errno in SURROUNDINGS:
        place = os.fsdecode(error.filename) + ": " if isinstance(error.filename, str | bytes) else ""
        return _tell(_("Kesalahan: {pesan}").format(pesan=f"{place}{said(error)}."), PROBLEMS)
    kind = type(error).__name__
    words = " ".join(str(error).split())[:200]
    text = _("Ini kesalahan program spbe, bukan kesalahan data Anda: {jenis}: {pesan}").format(jenis=kind, pesan=words)
    hint = "" if debug else " " + _("Jalankan lagi dengan --debug untuk rinciannya, lalu laporkan.")
    return _tell(text + hint, FAULT)


def _tell(text: str, code: int) -> int:
    try:
        click.echo(text, err=True)
    except BrokenPipeError:
        stop_writing()
    return code


def stop_writing() -> None:
    """Whoever read us has gone: what is still in the buffers goes nowhere, without a complaint at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
