"""Names of files and folders can be stored on every computer of a team, and are told apart there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from spbe.checks.context import Context
from spbe.model.names import folded
from spbe.problems import RULES, Problem
from spbe.problems.naming import name_problem
from spbe.region.clock import DATA_FOLDERS


def names(context: Context) -> Iterator[Problem]:
    """Rules ``nama-berkas`` and ``nama-kembar``, in all that belongs to a region and is not hidden."""
    root = context.reading.root
    told = {problem.file for problem in context.reading.problems if problem.rule == "nama-berkas"}  # by its id
    for top in DATA_FOLDERS:
        if os.path.islink(root / top):  # noqa: PTH114  (told as such, and not followed)
            continue
        for parent, folders, files in os.walk(root / top):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            seen: dict[str, str] = {}
            for name in sorted({*folders, *files}):
                if name.startswith("."):
                    continue
                file = _called(Path(parent, name).relative_to(root))
                problem = name_problem(name, file)
                if problem is not None and file not in told:
                    yield problem
                other = seen.setdefault(folded(name), name)
                if other != name:
                    yield RULES["nama-kembar"].at(file, nama=_called(Path(name)), lain=_called(Path(other)))


def _called(path: Path) -> str:
    """``path`` as it is called in messages; bytes of a name that are no UTF-8 are replaced."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


CHECKS = (names,)
