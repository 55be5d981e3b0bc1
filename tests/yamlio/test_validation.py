"""What the model finds becomes problems with a rule, a place and a way out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from spbe.model.aplikasi import Aplikasi
from spbe.model.base import Base, field
from spbe.problems import RULES, Problem
from spbe.yamlio import parse, validate
from spbe.yamlio.validation import closest, did_you_mean, offer, shorten


def problems_of(model: type[Base], text: str, path: tuple[str | int, ...] = ()) -> tuple[Problem, ...]:
    document, refused = parse("uji.yaml", text)
    assert document is not None, refused
    return validate(model, document, path)[1]


class Strange(Base):
    """A record with a field that no reader of ours reads."""

    bulat: int = field("publik", "Bulat", "Isi dengan bilangan bulat.", default=0)
    pasang: tuple[int, int] = field("publik", "Pasang", "Isi dengan dua bilangan.", default=(0, 0))


def test_an_error_that_no_rule_names_falls_into_the_last_net() -> None:
    found = problems_of(Strange, "bulat: dua\npasang: [1, 2, 3]\n")
    assert [(problem.rule, problem.line, problem.column) for problem in found] == [
        ("isian-salah", 1, 8),
        ("isian-salah", 2, 9),
    ]
    assert found[0].message == "Nilai ini tidak dapat dipakai untuk `bulat`."
    assert found[0].hint == "Isi dengan bilangan bulat."


def test_every_error_of_a_record_is_told_at_once() -> None:
    text = "id: A B\nkeadaan: x\ntautan: y\nintegrasi: [{arah: z, lain: 1}]\nbasis: [q, web, r]\n"
    found = problems_of(Aplikasi, text)
    assert Counter(problem.rule for problem in found) == {
        "isian-wajib": 2,
        "kunci-tak-dikenal": 1,
        "nilai-id": 1,
        "nilai-pilihan": 4,
        "nilai-tautan": 1,
    }


def test_the_key_is_the_way_inside_the_record() -> None:
    text = "- id: a\n  nama: A\n- id: b\n  nama: B\n  integrasi:\n    - aplikasi: X Y\n"
    found = problems_of(Aplikasi, text, (1,))
    assert [(problem.key, problem.line, problem.column) for problem in found] == [("integrasi.0.aplikasi", 6, 17)]


def test_a_record_with_errors_is_none_and_one_with_notes_is_not() -> None:
    document, _ = parse("uji.yaml", "id: a\nnama: A\nlisensi: Open Source\n")
    assert document is not None
    record, notes = validate(Aplikasi, document)
    assert record is not None
    assert record.lisensi == "sumber-terbuka"
    assert [problem.rule for problem in notes] == ["ejaan"]


def test_a_spelling_is_told_where_it_stands_when_it_stands_twice() -> None:
    text = "id: a\nnama: A\nintegrasi:\n  - {aplikasi: b, frekuensi: setiap hari}\n"
    text += "rencana:\n  integrasi:\n    - {aplikasi: b, arah: dua arah}\n"
    found = problems_of(Aplikasi, text)
    assert {(problem.key, problem.line, problem.column) for problem in found} == {
        ("integrasi.0.frekuensi", 4, 30),
        ("rencana.integrasi.0.arah", 7, 27),
    }


@pytest.mark.parametrize("hostile", ["\x1b[2J", "a\nb", "\u202e", "{0}", "{kunci}", "%s", "x" * 500, "\u2028"])
def test_words_of_the_author_cannot_disturb_the_message(hostile: str) -> None:
    quoted = "".join(char if char.isalnum() else f"\\U{ord(char):08x}" for char in hostile)
    found = problems_of(Aplikasi, f'id: a\nnama: A\nsejak: "{quoted}"\n"k{quoted}": 1\n')
    for problem in found:
        assert problem.message.isprintable()
        assert problem.hint.isprintable()
        assert len(problem.message) < 200


def test_every_type_of_error_that_the_model_raises_is_a_rule() -> None:
    """Readers name rules in ``PydanticCustomError``; a misspelt one would fall into the last net."""
    import ast

    folder = Path(__file__).parents[2] / "generator" / "spbe" / "model"
    named: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PydanticCustomError":
                named.add(ast.literal_eval(node.args[0]))
    assert len(named) > 15
    assert named <= set(RULES)


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("aplikas", ["aplikasi", "layanan"], "aplikasi"),
        ("APLIKASI", ["aplikasi"], "aplikasi"),
        ("zzz", ["aplikasi"], None),
        ("", ["aplikasi"], None),
        ("a", [], None),
    ],
)
def test_a_suggestion_is_made_only_when_something_is_close(word: str, choices: list[str], meant: str | None) -> None:
    assert closest(word, choices) == meant
    assert bool(did_you_mean(word, choices)) == (meant is not None)


def test_of_a_long_list_only_what_resembles_the_word_is_offered() -> None:
    choices = [f"pilihan-{number}" for number in range(50)]
    assert offer("x", choices[:12]) == ", ".join(choices[:12])
    assert offer("pilihan-49", choices).startswith("pilihan-49")
    assert offer("???", choices).endswith(", …")
    assert offer("???", choices).count(",") == 6


@pytest.mark.parametrize(
    ("value", "text"),
    [("a  b\nc", "a b c"), ("x" * 61, "x" * 59 + "…"), ({"a": 1}, "{…}"), ([1], "[…]"), (None, "None")],
)
def test_a_value_fits_into_one_line(value: Any, text: str) -> None:
    assert shorten(value) == text
