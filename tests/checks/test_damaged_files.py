"""Whatever happens to the bytes of a file, the check tells it at a place and goes on: nothing is a fault of ours."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from spbe.checks import open_region

BITS = (
    *(b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\t", b"\n", b"\r\n"),
    *(b": ", b"- ", b"[", b"]", b"{", b"}", b"#", b"'", b'"', b"&a ", b"*a ", b"!x ", b"|\n", b"%", b"---\n", b"...\n"),
    *(b"<<<<<<< HEAD\n", b"nama: x\n"),
)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """``content`` with a part lost, doubled, moved or written over."""
    first, last = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    part = content[first:last]
    return chance.choice(
        (
            content[:first] + content[last:],
            content[:last] + part + content[last:],
            content[:first] + chance.choice(BITS) + content[first:],
            content[:first] + chance.choice(BITS) + content[min(first + 1, len(content)) :],
            part,
        )
    )


@pytest.mark.parametrize("number", [60, pytest.param(5_000, marks=pytest.mark.deep)])
def test_no_damage_of_a_file_is_a_fault_and_every_problem_has_a_place(
    minimal: Path, number: int, told: Callable[[str], None]
) -> None:
    chance = random.Random(8)  # noqa: S311  (the same damages in every run)
    files = sorted(path for path in minimal.rglob("*") if path.suffix in {".yaml", ".yml", ".md"})
    wrong = 0
    for _ in range(number):
        path = chance.choice(files)
        whole = path.read_bytes()
        path.write_bytes(damaged(whole, chance))
        for problem in open_region(minimal).problems:
            assert problem.message
            assert problem.line is None or problem.line >= 1
            wrong += problem.severity == "error"
        path.write_bytes(whole)
    assert wrong > number / 4, "most damages are seen"
    told(f"{number} damages of files were told with {wrong} errors, each at a place")
