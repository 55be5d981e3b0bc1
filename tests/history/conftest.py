"""Regions under version control."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.repositories import Kept, repository


@pytest.fixture
def kept(minimal: Path) -> Kept:
    """The smallest region in a repository."""
    return repository(minimal)


@pytest.fixture
def keep() -> Callable[[Path], Kept]:
    """Puts a region under version control."""
    return repository
