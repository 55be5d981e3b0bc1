"""Only sources/ opens data files and starts git: whatever reads a region reads any source alike."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import spbe

PACKAGE: Final = Path(spbe.__file__).parent
READERS: Final = (
    "yamlio",
    "region",
    "checks",
    "scoring",
    "catalogue",
    "editions",
    "wording",
    "differences",
    "exchange",
)
"""The rooms between a source and a page."""

OPENING: Final = frozenset(
    {"read_bytes", "read_text", "open", "iterdir", "glob", "rglob", "scandir", "listdir", "walk", "stat", "lstat"}
    | {"is_file", "is_dir", "exists", "lexists", "isdir", "isfile", "islink", "is_symlink", "Popen", "run", "run_git"}
)
NO_DATA: Final = {
    "checks/hand_written_pages.py": {"is_file"},  # templates of the theme
    "region/template_folders.py": {"is_dir", "is_symlink"},
    "exchange/workbooks/limited_process.py": {"run"},  # another process, which reads a workbook that was handed in
    "checks/settings": OPENING,  # what mkdocs.yml names lies beside the data
}
"""Where something else than data is looked for on the disk."""


def _calls(path: Path) -> Iterator[str]:
    """The functions that a module calls; those called by a bare name may be ours, but for ``open``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            ours = node.func.attr == "walk" and ast.unparse(node.func.value) != "os"
            yield "" if ours else node.func.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "run_git"}:
            yield node.func.id


def test_between_a_source_and_a_page_nobody_touches_the_disk() -> None:
    found: set[tuple[str, str]] = set()
    for path in (one for room in READERS for one in (PACKAGE / room).rglob("*.py")):
        file = path.relative_to(PACKAGE).as_posix()
        spared = next((names for place, names in NO_DATA.items() if file.startswith(place)), frozenset())
        found |= {(file, call) for call in _calls(path) if call in OPENING and call not in spared}
    assert found == set()


def test_only_one_module_starts_git() -> None:
    starting = re.compile(r'(?:which\(|\[|\()"git"')
    found = [
        path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if starting.search(path.read_text())
    ]
    assert found == ["sources/git_command.py"]
