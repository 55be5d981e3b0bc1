"""A file that is changed says what it should, and nothing else in it moves."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from spbe.yamlio.editing import NotEditableError, edited
from spbe.yamlio.reading import parse
from support.regions import ROOT

FILES = sorted(path for folder in ("architecture", "indicators") for path in (ROOT / folder).rglob("*.yaml"))

Edit = Callable[[Any], object]

CASES: dict[str, tuple[str, Edit, str]] = {
    "a value on one line keeps its comment": (
        "id: x\n# di atas\nnama: Lama  # catatan\n",
        lambda value: value.update(nama="Baru"),
        "id: x\n# di atas\nnama: Baru  # catatan\n",
    ),
    "quotes come only where they must": (
        "nilai: 2.60\nkode: '031101'\n",
        lambda value: value.update(nilai="no", kode="a: b"),
        "nilai: no\nkode: 'a: b'\n",
    ),
    "what was quoted and is plain now needs none": (
        'a: "x # y"\nb: 1\n',
        lambda value: value.update(a="z"),
        "a: z\nb: 1\n",
    ),
    "an open value is filled in": ("a:\nb: 1\n", lambda value: value.update(a="z"), "a: z\nb: 1\n"),
    "a value is left open": ("a: z  # c\nb: 1\n", lambda value: value.update(a=None), "a:  # c\nb: 1\n"),
    "a folded text becomes short, with the comment of its mark": (
        "uraian: >-  # c\n  Satu kalimat.\n  Dua.\n\n# bawah\ntag: x\n",
        lambda value: value.update(uraian="Pendek"),
        "uraian: Pendek  # c\n\n# bawah\ntag: x\n",
    ),
    "a long text has a sentence on each line": (
        "fakta: x\nlain: y\n",
        lambda value: value.update(fakta="Kalimat pertama yang cukup panjang untuk sebaris. " * 2 + "Kedua."),
        "fakta: >-\n" + "  Kalimat pertama yang cukup panjang untuk sebaris.\n" * 2 + "  Kedua.\nlain: y\n",
    ),
    "lines stay lines": (
        "fakta: x\n",
        lambda value: value.update(fakta="satu\ndua"),
        "fakta: |-\n  satu\n  dua\n",
    ),
    "a text over several lines in quotes is replaced whole": (
        'a: "satu\n  dua"  # c\nb: 1\n',
        lambda value: value.update(a="tiga"),
        "a: tiga  # c\nb: 1\n",
    ),
    "a new key comes after the one before it": (
        "a: 1  # satu\n# dua\nb: 2\n",
        lambda value: (value.pop("b"), value.update(c="3", b="2")),
        "a: 1  # satu\nc: 3\n# dua\nb: 2\n",
    ),
    "a new last key, where the file has no last line end": (
        "a: 1",
        lambda value: value.update(b="2"),
        "a: 1\nb: 2",
    ),
    "a key goes with its lines, comments above it stay": (
        "a: 1\n# tentang b\nb: >-\n  x\n  y\nc: 3\n",
        lambda value: value.pop("b"),
        "a: 1\n# tentang b\nc: 3\n",
    ),
    "the last key goes": ("a: 1\nb:\n  - x\n", lambda value: value.pop("b"), "a: 1\n"),
    "a list in brackets: one more, one less": (
        "a: [x, y, z]  # c\n",
        lambda value: value.update(a=["w", "x", "z"]),
        "a: [w, x, z]  # c\n",
    ),
    "brackets over several lines keep their comments": (
        "a: [x, # satu\n    y, # dua\n    z]\n",
        lambda value: value["a"].remove("z"),
        "a: [x, # satu\n    y # dua\n    ]\n",
    ),
    "brackets that become empty, and are filled again": (
        "a: [x]\nb: []\n",
        lambda value: value.update(a=[], b=["x", "a, b"]),
        "a: []\nb: [x, 'a, b']\n",
    ),
    "a list of lines: one goes with its comment, those between stay": (
        "b:\n  - x  # satu\n  # antara\n  - y\n",
        lambda value: value.update(b=["y", "z"]),
        "b:\n  # antara\n  - y\n  - z\n",
    ),
    "a list that is not further in than its key": (
        "b:\n- x\n- y\nc: 1\n",
        lambda value: value["b"].insert(1, "baru"),
        "b:\n- x\n- baru\n- y\nc: 1\n",
    ),
    "a part of a list is changed in its place": (
        "integrasi:\n  - aplikasi: a\n    arah: kirim  # c\n  - aplikasi: b\n",
        lambda value: (value["integrasi"][0].update(arah="terima"), value["integrasi"].append({"aplikasi": "d"})),
        "integrasi:\n  - aplikasi: a\n    arah: terima  # c\n  - aplikasi: b\n  - aplikasi: d\n",
    ),
    "the first key of a part goes, the next moves up": (
        "p:\n  - a: 1\n    b: 2\n",
        lambda value: value["p"][0].pop("a"),
        "p:\n  - b: 2\n",
    ),
    "the first key of a part goes, a comment stays where it is": (
        "p:\n  - a: 1\n    # tentang b\n    b: 2\n",
        lambda value: value["p"][0].pop("a"),
        "p:\n  -\n    # tentang b\n    b: 2\n",
    ),
    "a mapping in braces": (
        "nilai: {mandiri: 3}\n",
        lambda value: value["nilai"].update(interviu="2.5", mandiri="4"),
        "nilai: {mandiri: 4, interviu: 2.5}\n",
    ),
    "a list becomes a word": (
        "b:\n  - x\n  - y\nc: 1\n",
        lambda value: value.update(b="tidak ada"),
        "b: tidak ada\nc: 1\n",
    ),
    "a word becomes a mapping, its comment stays with the key": (
        "b: x  # ket\nc: 1\n",
        lambda value: value.update(b={"aplikasi": ["x"], "data": []}),
        "b:  # ket\n  aplikasi: [x]\n  data: []\nc: 1\n",
    ),
    "one record of a file with many": (
        "- id: a\n  nama: A\n\n- id: b\n  nama: B # dua\n",
        lambda value: value[1].update(nama="C"),
        "- id: a\n  nama: A\n\n- id: b\n  nama: C # dua\n",
    ),
    "a record more in a file with many": (
        "- id: a\n\n- id: b\n",
        lambda value: value.append({"id": "c", "tag": ["x"]}),
        "- id: a\n\n- id: b\n- id: c\n  tag: [x]\n",
    ),
    "line ends of Windows and the mark of its editors stay": (
        "\ufeffa: 1\r\nb: 2\r\n",
        lambda value: value.update(a="x\ny"),
        "\ufeffa: |-\r\n  x\r\n  y\r\nb: 2\r\n",
    ),
    "an anchor elsewhere is no hindrance": (
        "a: &satu [x]\nb: *satu\nc: 1\n",
        lambda value: value.update(c="2"),
        "a: &satu [x]\nb: *satu\nc: 2\n",
    ),
}


def _value(text: str) -> Any:
    document, problems = parse("", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert document is not None, problems
    return copy.deepcopy(document.value)


@pytest.mark.parametrize("name", CASES)
def test_only_what_was_asked_for_changes(name: str) -> None:
    before, change, after = CASES[name]
    value = _value(before)
    change(value)

    assert edited(before, value) == after


def test_a_text_that_says_it_already_stays_as_it_is() -> None:
    text = "a:   1 \n\n\n# c\n"

    assert edited(text, {"a": "1"}) == text


@pytest.mark.parametrize("text", ["a: &satu x\nb: *satu\n", "a: {b: *c, d: &c e}\n", "a: [\n", "a: 1\rb: 2\n"])
def test_what_cannot_be_changed_in_its_place_is_refused(text: str) -> None:
    with pytest.raises(NotEditableError):
        edited(text, {"a": "y", "b": "z"})


WORDS = [
    *("no", "2.60", "031101", "a: b", "# x", "", "  di depan", "di belakang ", "- x", "[a]", "{b}", "dua\nbaris"),
    *(
        "Kalimat yang panjang. " * 12,
        "tutup\n",
        "'k'",
        '"q"',
        "a, b",
        "~",
        "null",
        "&a",
        "*b",
        "x #y",
        "kal: ",
        "\ttab",
    ),
    *("a\n\n\nb", "%x", "@y", "`z", "!t", "|", "> q", "a]", "\n", "é—–", "? x", "x:", "<<", "=", "---", "..."),
]


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    keys: Any = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield from _paths(value[key], (*path, key))


def _any(chance: random.Random, depth: int = 0) -> Any:
    kind = chance.random()
    if kind < 0.6 or depth > 1:
        return chance.choice(WORDS)
    if kind < 0.65:
        return None
    if kind < 0.85:
        return [_any(chance, depth + 1) for _ in range(chance.randint(0, 3))]
    return {f"{chance.choice(['kunci', 'x y', 'no'])}{n}": _any(chance, depth + 1) for n in range(chance.randint(0, 3))}


def _changed(value: Any, chance: random.Random) -> Any:
    value = copy.deepcopy(value)
    path = chance.choice([path for path in _paths(value) if path])
    holder = value
    for key in path[:-1]:
        holder = holder[key]
    if chance.random() < 0.3:
        del holder[path[-1]]
    elif chance.random() < 0.5 and isinstance(holder, dict):
        pairs = [*holder.items()]
        pairs.insert(chance.randint(0, len(pairs)), ("baru", _any(chance)))
        holder.clear()
        holder.update(pairs)
    elif chance.random() < 0.5 and isinstance(holder, list):
        holder.insert(chance.randint(0, len(holder)), _any(chance))
        chance.shuffle(holder)
    else:
        holder[path[-1]] = _any(chance)
    return value


@pytest.mark.parametrize("seed", range(4))
def test_any_change_of_the_sample_is_read_back_and_lines_elsewhere_stay(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (the same changes in every run)
    for _ in range(50):
        path = chance.choice(FILES)
        before = path.read_text(encoding="utf-8")
        value = _changed(_value(before), chance)
        if chance.random() < 0.3:
            value = _changed(value, chance) if len(list(_paths(value))) > 1 else value

        after = edited(before, value)

        assert _value(after) == value, path
        old = _value(before)
        if isinstance(old, dict) and isinstance(value, dict):
            untouched = [key for key in old if key in value and old[key] == value[key]]
            for block in (_lines_of(before, key) for key in untouched):
                assert block in after, path


def _lines_of(text: str, key: str) -> str:
    """The lines of the pair ``key`` at the top of ``text``."""
    document, _problems = parse("", text)
    assert document is not None
    lines = text.splitlines(keepends=True)
    starts = sorted(document.position((name,), of_key=True)[0] for name in document.value)
    first = document.position((key,), of_key=True)[0]
    end = next((line for line in starts if line > first), len(lines) + 1)
    return "".join(lines[first - 1 : end - 1]).rstrip()
