import click


def command() -> click.Command:
    return click.Command("new")
