"""Text to plain values: scalars as written, one document, and nothing that could harm."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from spbe.problems import Problem
from spbe.sources.folder import FolderSource
from spbe.yamlio import parse, read_document
from spbe.yamlio.guard import decode
from spbe.yamlio.limits import DEPTH, FILE_BYTES, VALUES
from support.property_runs import at_least

PLAIN = [
    "2.60", "031101", "01.01", "no", "ya", "yes", "on", "true", "False", "1:30", "2026-01-01", "2026-01-01T00:00:00Z",
    "0x1F", "0o17", "1_000", "1e3", ".inf", ".nan", "+1", "-0", "=", "<<", "12.345.678", "1.0", "NaN", "null.", "none",
]  # fmt: skip


def value(text: str) -> Any:
    found, problems = parse("uji.yaml", text)
    assert found is not None, problems
    return found.value


def told(text: str) -> list[tuple[str, int | None, int | None]]:
    """Rule, line and column of every problem of a text that is refused."""
    found, problems = parse("uji.yaml", text)
    assert found is None
    return [(problem.rule, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize("text", PLAIN)
def test_scalars_stay_what_the_author_wrote(text: str) -> None:
    assert value(f"a: {text}\nb: [{text}]\n") == {"a": text, "b": [text]}


@pytest.mark.parametrize("text", PLAIN)
def test_keys_stay_what_the_author_wrote(text: str) -> None:
    assert value(f"{text}: x\n") == {text: "x"}


@pytest.mark.parametrize("text", ["~", "null", "Null", "NULL", ""])
def test_nothing_is_none_unless_it_is_quoted(text: str) -> None:
    assert value(f"a: {text}\nb: '{text}'\n") == {"a": None, "b": text}


def test_quotes_and_blocks_are_text() -> None:
    text = "a: \"x\\ty\"\nb: 'it''s'\nc: |\n  satu\n  dua\nd: >-\n  satu\n  dua\n"
    assert value(text) == {"a": "x\ty", "b": "it's", "c": "satu\ndua\n", "d": "satu dua"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1),
        ("x:\n  a: 1\n  a: 2\n", 3, 3),
        ("x:\n  - b: {a: 1, c: 2, a: 3}\n", 2, 21),
        ("[{p: {q: [{a: 1, a: 2}]}}]", 1, 18),
        ("a: 1\n'a': 2\n", 2, 1),
        ('a: 1\n"\\x61": 2\n', 2, 1),
        ("? a\n: 1\n? a\n: 2\n", 3, 3),
    ],
)
def test_a_key_twice_in_one_mapping_is_refused_at_every_depth(text: str, line: int, column: int) -> None:
    assert told(text) == [("yaml-kunci-ganda", line, column)]


def test_the_same_key_in_different_mappings_is_fine() -> None:
    assert value("a: {k: 1}\nb: {k: 2}\nc: [{k: 3}, {k: 4}]\n")["c"] == [{"k": "3"}, {"k": "4"}]


def test_keys_that_differ_in_case_are_different() -> None:
    assert value("a: 1\nA: 2\n") == {"a": "1", "A": "2"}


def test_a_few_aliases_are_allowed() -> None:
    assert value("a: &x [1, {k: v}]\nb: *x\nc: [*x, *x]\nd: &t teks\ne: *t\n") == {
        "a": ["1", {"k": "v"}],
        "b": ["1", {"k": "v"}],
        "c": [["1", {"k": "v"}]] * 2,
        "d": "teks",
        "e": "teks",
    }


@pytest.mark.parametrize("text", ["a: *penting\n", "a: [x, *y]\n", "a: &x [*x]\n", "b: *x\na: &x 1\n", "a: *segera*\n"])
def test_an_asterisk_that_repeats_nothing_is_refused(text: str) -> None:
    assert [rule for rule, _, _ in told(text)] == ["yaml-tulisan"]


def bomb(levels: int) -> str:
    first = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    above = (f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, levels))
    return first + "".join(above)


def test_aliases_that_grow_by_a_power_are_refused() -> None:
    assert value(bomb(4))["a3"][0][0][0] == ["x"] * 10
    for levels in (6, 30, 500):
        assert [rule for rule, _, _ in told(bomb(levels))] == ["yaml-terlalu-banyak"]


def test_as_many_values_as_are_allowed_are_read() -> None:
    assert len(value(f"[{', '.join(['1'] * (VALUES - 1))}]")) == VALUES - 1
    assert told(f"[{', '.join(['1'] * (VALUES + 1))}]")[0][0] == "yaml-terlalu-banyak"


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_depth_is_refused_where_it_becomes_too_deep() -> None:
    assert value(nested(DEPTH))
    assert told(nested(DEPTH + 1)) == [("yaml-terlalu-dalam", 1, DEPTH + 1)]
    assert told("\n".join(" " * i + "a:" for i in range(DEPTH + 5)))[0][0] == "yaml-terlalu-dalam"


def test_depth_far_beyond_does_not_crash_the_process() -> None:
    pieces = ["[", "{a: ", "- ", "[{", "? ", "&a [", "!t ["]
    script = textwrap.dedent("""
        import json, sys
        from spbe.yamlio import parse
        for piece in json.loads(sys.argv[1]):
            found, problems = parse("uji.yaml", piece * 100_000)
            assert found is None
            print(problems[0].rule, flush=True)
    """)
    command = [sys.executable, "-c", script, json.dumps(pieces)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    rules = done.stdout.split()
    assert done.returncode == 0, f"after {pieces[: len(rules)]}: {done.stderr[-500:]}"
    assert len(rules) == len(pieces)
    assert all(rule.startswith("yaml-") for rule in rules)


def test_a_file_of_five_megabytes_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "besar.yaml"
    path.write_bytes(b"a: " + b"x" * 5_000_000)
    found, problems = read_document(FolderSource(path.parent), path.name, "besar.yaml")
    assert found is None
    assert [(problem.rule, problem.line) for problem in problems] == [("berkas-terlalu-besar", None)]
    assert "5000 KB" in problems[0].message


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.yaml"
    path.write_bytes(b"a: " + b"x" * (FILE_BYTES - 3))
    assert read_document(FolderSource(path.parent), path.name, "besar.yaml")[0] is not None
    path.write_bytes(b"a: " + b"x" * (FILE_BYTES - 2))
    assert read_document(FolderSource(path.parent), path.name, "besar.yaml")[0] is None


def test_several_problems_of_one_file_are_told_together() -> None:
    text = "a: 1\na: 2\nb: !!int 3\n? [k]\n: x\nc: *tiada\n"
    assert told(text) == [
        ("yaml-kunci-ganda", 2, 1),
        ("yaml-tag", 3, 4),
        ("yaml-kunci-bukan-teks", 4, 3),
        ("yaml-tulisan", 6, 4),
    ]


@pytest.mark.parametrize("mark", ["=======", "<<<<<<<", ">>>>>>>", "a <<<<<<< b", "<<<<<<<<<", "  <<<<<<< HEAD"])
def test_what_only_resembles_a_conflict_is_text(mark: str) -> None:
    text, problems = decode("uji.yaml", f"a: |\n  {mark}\nb: '{mark}'\n".encode())
    assert problems == ()
    assert value(text)


def test_a_heading_underlined_with_equals_signs_is_no_conflict() -> None:
    assert decode("uji.yaml", b"a: x\n=======\n")[1] == ()


def test_tabs_after_the_beginning_of_a_line_are_fine() -> None:
    text, problems = decode("uji.yaml", b"a:\tx\nb: [1,\t2] \t# c\n")
    assert problems == ()
    assert value(text) == {"a": "x", "b": ["1", "2"]}


def only_one(found: object, problems: tuple[Problem, ...]) -> bool:
    """Either a document or problems, never both and never neither."""
    return (found is None) == bool(problems)


YAMLISH = st.text(alphabet=st.sampled_from(list("ab:-?[]{},&*!|>'\"%@`#~ \n\t\\<=.é\u2028\x85\x00\ufeff")), max_size=40)


@given(st.text() | YAMLISH)
@example("\ufeff")
@example("a: \x85b")
@example("? ? ?")
@example("*a : &a")
@example("%YAML 9.9\n---\na")
@example("--- !!binary |\n x")
@at_least(600)
def test_parsing_never_raises_and_gives_a_document_or_problems(text: str) -> None:
    found, problems = parse("uji.yaml", text)
    assert only_one(found, problems)
    for problem in problems:
        assert problem.line is not None
        assert problem.column is not None
        assert 1 <= problem.line <= max(1, len(text.splitlines()) + 1)
        assert problem.column >= 1
        assert problem.message.isprintable()
    if found is not None:
        assert found.position(()) >= (1, 1)


@given(st.binary(max_size=60))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b"\xed\xa0\x80")
def test_reading_bytes_never_raises(raw: bytes) -> None:
    text, problems = decode("uji.yaml", raw)
    if not problems:
        assert only_one(*parse("uji.yaml", text))


@given(YAMLISH)
@at_least(300)
def test_positions_lie_inside_the_text_as_an_editor_shows_it(text: str) -> None:
    text, problems = decode("uji.yaml", text.encode())
    if problems:
        return
    found, problems = parse("uji.yaml", text)
    lines = text.split("\n")
    places = [(problem.line or 0, problem.column or 0) for problem in problems]
    if found is not None:
        found.position(())
        places += [place for pair in found._positions.values() for place in pair]
    for line, column in places:
        assert 1 <= line <= len(lines) + 1  # an empty value at the very end stands after it
        assert 1 <= column <= len([*lines, ""][line - 1]) + 1


WORDS = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"), max_size=20
)
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=20
)


@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4), st.sampled_from([None, True, False]))
@at_least(200)
def test_what_was_written_as_yaml_is_read_the_same(tree: dict[str, Any], flow: bool | None) -> None:
    """A dump of texts by a library that knows nothing of us."""
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, default_style="'")
    assert value(text) == tree
