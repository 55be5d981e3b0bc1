"""Names of files and folders can be stored on every computer of a team, and are told apart there."""

from __future__ import annotations

from collections.abc import Iterator

from spbe.checks.check_context import Context
from spbe.model.file_names import folded
from spbe.problems import RULES, Problem
from spbe.problems.naming import name_problem
from spbe.region.file_naming import FOLDERS
from spbe.sources.source import Source, called


def names(context: Context) -> Iterator[Problem]:
    """Rules ``nama-berkas`` and ``nama-kembar``, in all that belongs to a region and is not hidden."""
    told = {problem.file for problem in context.reading.problems if problem.rule == "nama-berkas"}  # by its id
    waiting = list(FOLDERS)
    while waiting:
        folder = waiting.pop()
        names, below = _listed(context.reading.source, folder)
        waiting += below
        seen: dict[str, str] = {}
        for name in names:
            file = called(f"{folder}/{name}")
            problem = name_problem(name, file)
            if problem is not None and file not in told:
                yield problem
            other = seen.setdefault(folded(name), name)
            if other != name:
                yield RULES["nama-kembar"].at(file, nama=called(name), lain=called(other))


def _listed(source: Source, folder: str) -> tuple[list[str], list[str]]:
    """The names in ``folder`` that are not hidden, and the paths of folders among them."""
    try:
        if source.status(folder).type != "folder":  # told as such, and not followed
            return [], []
        listing = source.listing(folder)
    except OSError:
        return [], []
    names = [name for name in listing if not name.startswith(".")]
    return names, [f"{folder}/{name}" for name in names if listing[name].type == "folder"]


CHECKS = (names,)
