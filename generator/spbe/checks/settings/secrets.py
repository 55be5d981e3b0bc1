"""Addresses in ``mkdocs.yml`` hold no password: they stand on every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from spbe.checks.settings.look import Look
from spbe.model.web import addresses_in, has_password
from spbe.problems import Problem
from spbe.yamlio import Path as KeyPath


def passwords(look: Look) -> Iterator[Problem]:
    """Rule ``alamat-sandi``."""
    for path, text in _texts(look.settings.value, ()):
        if any(map(has_password, addresses_in(text))):
            yield look.told("alamat-sandi", path)


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, str(key)))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts(item, (*path, position))


CHECKS = (passwords,)
