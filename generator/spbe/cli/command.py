"""Commands and groups as we want them: help with examples, in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import click

from spbe.cli.options import debug_option, lang_option, root_option
from spbe.i18n import gettext as _
from spbe.problems.usage import WrongArgumentError
from spbe.yamlio.validation import did_you_mean

_FIRST_SENTENCE: Final = 500


class Formatting(click.Command):
    """Headings of the help in the user's language; ``example`` stands below the text as it is."""

    example: str = ""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, with a heading in the user's language."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Pemakaian:") + " ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words of the usage line, with ours for options and commands."""
        ours = {"[OPTIONS]": _("[OPSI]"), "COMMAND [ARGS]...": _("PERINTAH …")}
        return [ours.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The example, as it is typed."""
        super().format_epilog(ctx, formatter)
        if self.example:
            formatter.write_paragraph()
            formatter.write(_("Contoh:") + "\n")
            for line in self.example.splitlines():
                formatter.write(f"  {line}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every option with its help."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(_("Opsi")):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, said in the user's language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Tampilkan bantuan ini.")
        return option


class Command(Formatting):
    """One command: its module gives name, callback, texts and parameters.

    ``example`` is one command line per line. The options that every command has come last.
    """

    def __init__(
        self,
        name: str,
        callback: Callable[..., int],
        text: str,
        example: str,
        params: Sequence[click.Parameter] = (),
        *,
        root: bool = True,
    ) -> None:
        common = [lang_option(), debug_option()]
        super().__init__(
            name, callback=callback, help=text, params=[*params, *([root_option()] if root else []), *common]
        )
        self.example = example

    def invoke(self, ctx: click.Context) -> object:
        """Run it; what is wrong with its words is told with the way to its help."""
        try:
            return super().invoke(ctx)
        except WrongArgumentError as error:
            raise click.UsageError(str(error), ctx) from error


class CommandGroup(Formatting, click.Group):
    """Commands below a command; a name that is not among them gets the nearest one offered."""

    def __init__(self, name: str, text: str = "", example: str = "") -> None:
        super().__init__(
            name, help=text, params=[lang_option(), debug_option()], subcommand_metavar="COMMAND [ARGS]..."
        )
        self.example = example

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order in which they were added."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with the first sentence of its help."""
        rows: list[tuple[str, str]] = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(_FIRST_SENTENCE)))
        if rows:
            with formatter.section(_("Perintah")):
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that ``args`` begin with; raises a usage error that offers the nearest name."""
        name = args[0]
        command = self.get_command(ctx, name)
        if command is None:
            meant = did_you_mean(name, self.list_commands(ctx))
            choices = ", ".join(self.list_commands(ctx))
            words = _("`{kata}` tidak dikenal.{maksud} Yang ada: {pilihan}.")
            raise click.UsageError(words.format(kata=name, maksud=meant, pilihan=choices), ctx)
        return name, command, args[1:]
