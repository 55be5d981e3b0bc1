"""The modules of the package as trees, for tests of what its source may say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from support.regions import ROOT

PACKAGE = ROOT / "generator" / "spbe"


def modules(saying: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module whose text has a match of the pattern ``saying``, by its place in the package, parsed.

    A test says what no module without a finding needs to hold, so that few are parsed of hundreds.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        if re.search(saying, text):
            yield path.relative_to(PACKAGE).as_posix(), ast.parse(text)
