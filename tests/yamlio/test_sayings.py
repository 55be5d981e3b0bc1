"""No parser speaks English to us: every message in the sources of both has Indonesian words, and English ones."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from spbe.i18n import catalogue
from spbe.yamlio import parse
from spbe.yamlio.sayings import UNKNOWN, saying_of

PARTS = ("reader", "scanner", "parser", "composer")
"""The parts of PyYAML that see a text before values are made of it; we make them ourselves."""


def words_of(node: ast.expr) -> str:
    """The message that an expression gives, with 0 and x where it is filled in."""
    if isinstance(node, ast.BinOp):
        return re.sub(r"%[a-z]", "x", words_of(node.left).replace("%d", "0"))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def said_in_python() -> set[tuple[str, str]]:
    """Message and context of every error that PyYAML's own parser raises."""
    found: set[tuple[str, str]] = set()
    for part in PARTS:
        source = Path(yaml.__file__).with_name(f"{part}.py").read_text("utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error"):
                place = 4 if getattr(node.func, "id", "") == "ReaderError" else 2
                if len(node.args) > place:
                    context = "" if place == 4 else words_of(node.args[0])
                    found.add((words_of(node.args[place]), context))
    return {(said, context) for said, context in found if said}


def said_in_libyaml() -> set[str]:
    """Every message that stands in the compiled parser, which no ``%s`` fills in."""
    module = pytest.importorskip("yaml._yaml", reason="PyYAML without libyaml")
    texts = re.findall(rb"(?<=\0)[ -~]{8,90}(?=\0)", Path(module.__file__).read_bytes())
    begin = r"(found|did not find|could not find|mapping (keys|values) are|block sequence|control char|too many tags)"
    begin += r"|(invalid|incomplete|unexpected|input) .*(octet|UTF|Unicode|surrogate|too long|error)|duplicate %"
    return {text.decode() for text in texts if re.match(begin, text.decode()) and b"_" not in text}


@pytest.mark.parametrize(("said", "context"), sorted(said_in_python()))
def test_every_message_of_the_parser_in_python_is_explained(said: str, context: str) -> None:
    assert saying_of(said, context) is not UNKNOWN


@pytest.mark.parametrize("said", sorted(said_in_libyaml()))
def test_every_message_of_libyaml_is_explained(said: str) -> None:
    saying = saying_of(said)
    assert saying is not UNKNOWN
    assert {saying.reason, saying.advice} <= catalogue("en").keys()


def test_the_sources_were_found() -> None:
    assert len(said_in_python()) > 30
    assert len(said_in_libyaml()) > 40


def test_a_message_of_a_newer_parser_is_not_shown_in_english() -> None:
    assert saying_of("did not expect the Spanish inquisition") is UNKNOWN


LOOKALIKES = {
    "a no-break space after a colon": ("id: uji\nnama:\u00a0Uji\n", (2, 6), "U+00A0"),
    "a narrow one": ("id: uji\nnama:\u202fUji\nuraian: x\n", (2, 6), "U+202F"),
    "a zero-width one": ("id: uji\nnama:\u200bUji\n", (2, 6), "U+200B"),
    "in the first line": ("id:\u00a0uji\nnama: Uji\n", (1, 4), "U+00A0"),
    "in every line": ("id:\u00a0uji\nnama:\u00a0Uji\n", (1, 4), "U+00A0"),
    "in the only line": ("nama:\u00a0Uji\n", (1, 6), "U+00A0"),
    "in a list": ("- id: a\n  nama:\u00a0A\n", (2, 8), "U+00A0"),
    "after a hyphen": ("tag:\n- a\n-\u00a0b\nnama: x\n", (3, 2), "U+00A0"),
    "a full-width colon": ("id: uji\nnama\uff1a Uji\n", (2, 5), "U+FF1A"),
    "curved quotes": ("id: uji\nnama: \u201cUji: Coba\u201d\n", (2, 7), "U+201C"),
    "no space": ("id: uji\nnama:Uji\n", (2, 6), "tidak ada spasi"),
    "no space anywhere": ("id:uji\nnama:Uji\n", (1, 4), "tidak ada spasi"),
    "a dash": ("tag:\n- a\n\u2013 b\nnama: x\n", (3, 1), "U+2013"),
}


@pytest.mark.parametrize(("text", "place", "said"), LOOKALIKES.values(), ids=LOOKALIKES)
def test_what_only_looks_right_is_named_where_it_stands(text: str, place: tuple[int, int], said: str) -> None:
    found, [problem] = parse("uji.yaml", text)
    assert found is None
    assert (problem.rule, problem.line, problem.column) == ("yaml-tulisan", *place)
    assert said in problem.message


def test_the_same_characters_in_a_text_that_is_understood_are_fine() -> None:
    text = "id: uji\nuraian: |\n  Catatan:\u00a0\u201cpenting\u201d\n  \u2013 butir\ntautan: http://a.id\n"
    assert parse("uji.yaml", text)[1] == ()
