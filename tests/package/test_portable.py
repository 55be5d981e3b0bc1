"""What would break on another system without any test of ours running there, found by reading the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ONLY_POSIX = {"fcntl", "grp", "pwd", "resource", "termios", "tty"}


def package(repository: Path) -> list[Path]:
    return sorted((repository / "generator/spbe").rglob("*.py"))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def named(call: ast.Call) -> set[str | None]:
    return {word.arg for word in call.keywords}


def places(repository: Path, wrong: list[tuple[Path, ast.AST]]) -> list[str]:
    return [f"{path.relative_to(repository).as_posix()}:{node.lineno}" for path, node in wrong]


def test_text_of_other_programs_has_a_stated_encoding(repository: Path) -> None:
    wrong = [
        (path, call)
        for path in package(repository)
        for name, call in calls(path)
        if name.startswith("subprocess.") and "text" in named(call) and "encoding" not in named(call)
    ]

    assert places(repository, wrong) == []


def test_text_that_is_written_has_a_stated_encoding_and_the_same_line_ends_everywhere(repository: Path) -> None:
    wrong = [
        (path, call)
        for path in package(repository)
        for name, call in calls(path)
        if name.endswith(".write_text") and ("newline" not in named(call) or len(call.args) + len(call.keywords) < 3)
    ]

    assert places(repository, wrong) == []


def test_text_that_is_read_has_a_stated_encoding(repository: Path) -> None:
    wrong = [
        (path, call)
        for path in package(repository)
        for name, call in calls(path)
        if name.endswith(".read_text") and not call.args and "encoding" not in named(call)
    ]

    assert places(repository, wrong) == []


@pytest.mark.parametrize("module", sorted(ONLY_POSIX))
def test_modules_that_only_some_systems_have_are_not_imported_on_the_way(repository: Path, module: str) -> None:
    wrong = [
        (path, node)
        for path in package(repository)
        for node in ast.parse(path.read_text("utf-8")).body
        if (isinstance(node, ast.ImportFrom) and node.module == module)
        or (isinstance(node, ast.Import) and module in {one.name for one in node.names})
    ]

    assert places(repository, wrong) == []
