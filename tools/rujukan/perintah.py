"""docs/rujukan/perintah.md: every command with its options."""

from __future__ import annotations

import click
from tools.rujukan.markdown import table

from spbe.cli import main as program

EXIT_CODES = {
    "0": "baik",
    "1": "ada masalah pada data",
    "2": "perintah salah ditulis",
    "3": "kesalahan program spbe",
}


def commands_page() -> str:
    """Every command with its options."""
    text = "# Perintah\n\n" + table(("Kode keluar", "Arti"), EXIT_CODES.items())
    context = click.Context(program, info_name="spbe")
    text += "## Opsi bersama\n\nOpsi ini ada pada setiap perintah, kecuali `--root` pada `spbe init`.\n\n"
    check = program.get_command(context, "check")
    if check is not None:
        text += options(click.Context(check, parent=context, info_name="check"), own=False)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        if command is not None and not command.hidden:
            text += command_part(command, click.Context(command, parent=context, info_name=name))
    return text


SHARED = ("--root", "--lang", "--debug", "--help")


def options(context: click.Context, *, own: bool) -> str:
    """The arguments and options of a command: its own, or those that it shares with the others."""
    rows = []
    for param in context.command.get_params(context):
        record = param.get_help_record(context)
        if record is not None and (param.opts[0] not in SHARED) is own:
            rows.append((f"`{record[0]}`", record[1] or "–"))
    return table(("Isian atau opsi", "Arti"), rows) if rows else ""


def command_part(command: click.Command, context: click.Context) -> str:
    """One command, and those below it."""
    text = f"## {context.command_path}\n\n{(command.help or '').strip()}\n\n"
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    text += f"```text\n{usage}\n```\n\n"
    text += options(context, own=True)
    example = getattr(command, "example", "")
    if example:
        text += f"Contoh:\n\n```text\n{example}\n```\n\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                text += command_part(below, click.Context(below, parent=context, info_name=name))
    return text
