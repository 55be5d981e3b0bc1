"""The files of a theme without its hidden folders, which no site publishes.

MkDocs lists all of them for every build, the 14,000 icons of Material too, and leaves out what is hidden afterwards.
"""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class VisibleFiles(FileSystemLoader):
    """Finds every template, and lists those in no hidden folder."""

    def list_templates(self) -> list[str]:
        """Their names, sorted, each once."""
        found: set[str] = set()
        for place in self.searchpath:
            for folder, below, names in os.walk(place):
                below[:] = [name for name in below if not name.startswith(".")]
                inside = Path(folder).relative_to(place)
                found.update((inside / name).as_posix() for name in names)
        return sorted(found)


def list_visible_files(theme: Theme) -> None:
    """Let the environments of ``theme`` list no hidden folders."""
    plain = theme.get_env

    def get_env() -> Environment:
        env = plain()
        env.loader = VisibleFiles(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]
