"""What would break on another system without any test of ours running there, found by reading the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from support.package_sources import modules

ONLY_POSIX = {"fcntl", "grp", "pwd", "resource", "termios", "tty"}


def calls(word: str) -> Iterator[tuple[str, str, ast.Call]]:
    """The calls of all modules that hold ``word``: what is called, where, and the call."""
    for module, tree in modules(word):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), f"{module}:{node.lineno}", node


def named(call: ast.Call) -> set[str | None]:
    return {word.arg for word in call.keywords}


def test_text_of_other_programs_has_a_stated_encoding() -> None:
    wrong = [
        place
        for name, place, call in calls("subprocess")
        if name.startswith("subprocess.") and "text" in named(call) and "encoding" not in named(call)
    ]

    assert wrong == []


def test_text_that_is_written_has_a_stated_encoding_and_the_same_line_ends_everywhere() -> None:
    wrong = [
        place
        for name, place, call in calls("write_text")
        if name.endswith(".write_text") and ("newline" not in named(call) or len(call.args) + len(call.keywords) < 3)
    ]

    assert wrong == []


def test_text_that_is_read_has_a_stated_encoding() -> None:
    wrong = [
        place
        for name, place, call in calls("read_text")
        if name.endswith(".read_text") and not call.args and "encoding" not in named(call)
    ]

    assert wrong == []


def test_modules_that_only_some_systems_have_are_not_imported_on_the_way() -> None:
    wrong = [
        f"{module}:{node.lineno}"
        for module, tree in modules("|".join(ONLY_POSIX))
        for node in tree.body
        if (isinstance(node, ast.ImportFrom) and node.module in ONLY_POSIX)
        or (isinstance(node, ast.Import) and ONLY_POSIX & {one.name for one in node.names})
    ]

    assert wrong == []
