"""What long work is at: told to whoever sits at a terminal, and to no pipe."""

from __future__ import annotations

import sys

import click


def tell_step(text: str) -> None:
    """Say what is done next."""
    if sys.stderr.isatty():
        click.echo(text, err=True)
