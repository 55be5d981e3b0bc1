"""The command group: finds commands when they are needed, speaks the user's language, and never shows a traceback."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from keyword import iskeyword
from typing import Any, Final, NoReturn

import click

from spbe import __version__
from spbe.cli.command import CommandGroup
from spbe.cli.exit_codes import PIPE_CLOSED, exit_code_of, stop_writing
from spbe.cli.options import debug_option, lang_option
from spbe.i18n import gettext as _
from spbe.i18n import language, speaking

COMMANDS: Final = (
    "build",
    "serve",
    "check",
    "index",
    "diff",
    "export",
    "terima",
    "import",
    "new",
    "migrate",
    "init",
    "schema",
    "codeowners",
    "tree",
)
"""Each is a module of :mod:`spbe.cli.commands` with a function ``command`` that makes it, in the order of the help; one
that is a word of Python has a ``_`` behind it."""


class Program(CommandGroup):
    """The ``spbe`` command with everything below it.

    Commands are made anew for each run, after the language is known, so that their help is in it.
    """

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002  (click's signature)
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002
        **extra: Any,
    ) -> NoReturn:
        """Run the command line ``args`` and end the process with the exit code of what came out."""
        del standalone_mode
        _use_utf8()
        command_line: Any = super().main
        words = list(sys.argv[1:] if args is None else args)
        with speaking(_language_of(words)):

            def run() -> object:
                self.help, self.params = _about(), [lang_option(), debug_option(), _version_option()]
                return command_line(
                    args=words,
                    prog_name=prog_name or "spbe",
                    complete_var=complete_var,
                    standalone_mode=False,
                    windows_expand_args=windows_expand_args,
                    **extra,
                )

            code = exit_code_of(run, debug="--debug" in words)
        sys.exit(code)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; when whoever reads its output has gone, that is no fault and needs no words."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click would make a 1 of it, which means something else here
            stop_writing()
            return PIPE_CLOSED

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command ``cmd_name``, made in the language in force."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        made: click.Command = importlib.import_module(f"spbe.cli.commands.{module}").command()
        return made


def _about() -> str:
    return _("Situs statis arsitektur dan indeks SPBE/Pemerintah Digital dari berkas YAML.")


def _version_option() -> click.Option:
    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001
        if value and not ctx.resilient_parsing:
            click.echo(f"spbe {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=_("Tampilkan versi.")
    )


def _language_of(words: Sequence[str]) -> str:
    """The language that the command line asks for, looked up before anything is parsed; else ``SPBE_LANG``."""
    for position, word in enumerate(words):
        if word == "--":
            break
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and position + 1 < len(words):
            return words[position + 1]
    return os.environ.get("SPBE_LANG", language())


def _use_utf8() -> None:
    """Reports are UTF-8 wherever they go; what no text can hold (bytes in a file's name) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(ValueError, OSError):
                reconfigure(encoding="utf-8", errors="backslashreplace")
