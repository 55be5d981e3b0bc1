"""Any edit of any file of the sample, as another reader of YAML sees it: it says what it should, and the rest stays."""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tokens import ScalarToken

from spbe.yamlio.editing import edited, renamed, with_item, with_value, without
from support.regions import ROOT

FILES = sorted(path for folder in ("architecture", "indicators", "content") for path in (ROOT / folder).rglob("*.yaml"))

Path = tuple[Any, ...]

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


@dataclass(frozen=True)
class Part:
    """Lines from ``first`` to before ``stop``, and what stands there."""

    value: Any
    first: int
    stop: int
    flow: bool


def _node(text: str) -> Node:
    found: Node = YAML(typ="safe", pure=True).compose(text.removeprefix("\ufeff"))
    return found


def _plain(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    assert isinstance(node, ScalarNode)
    return None if not node.style and node.value in {"", "~", "null", "Null", "NULL"} else node.value


def _part(root: Node, path: Path, lines: list[str]) -> Part:
    """Where ``path`` stands in ``lines``, its key or dash included."""
    node, first = root, root.start_mark.line
    for key in path:
        if isinstance(node, MappingNode):
            name, node = next((one, two) for one, two in node.value if one.value == key)
            first = name.start_mark.line
        else:
            node = node.value[key]
            first = node.start_mark.line
    stop = node.end_mark.line + (node.end_mark.column > 0)
    while stop > first + 1 and (not lines[stop - 1].strip() or lines[stop - 1].lstrip().startswith("#")):
        stop -= 1  # the parser ends a block where the next thing begins
    return Part(_plain(node), first, max(stop, first + 1), bool(getattr(node, "flow_style", False)))


def _comments(text: str) -> Counter[str]:
    """Every comment: a mark at the beginning or after a blank that is in no scalar."""
    held = [False] * (len(text) + 1)
    plain = text.removeprefix("\ufeff")
    shift = len(text) - len(plain)
    for token in YAML(typ="safe", pure=True).scan(plain):
        if isinstance(token, ScalarToken):
            for at in range(token.start_mark.index, token.end_mark.index):
                held[at + shift] = token.style not in {"|", ">"} or not _on_header(plain, token, at)
    found: Counter[str] = Counter()
    at = 0
    for line in text.splitlines(keepends=True):
        for number, mark in enumerate(line):
            if mark == "#" and not held[at + number] and (not number or line[number - 1] in " \t"):
                found[line[number:].rstrip()] += 1
                break
        at += len(line)
    return found


def _on_header(text: str, token: ScalarToken, at: int) -> bool:
    return "\n" not in text[token.start_mark.index : at]


def _do(text: str, value: Any, chance: random.Random) -> tuple[str, Any, Path, str]:
    """One edit at random: the text after it, what it should say, where, and what kind it was."""
    paths = [path for path in _paths(value) if path]
    path = chance.choice(paths)
    want = copy.deepcopy(value)
    holder = want
    for key in path[:-1]:
        holder = holder[key]
    here = holder[path[-1]]
    kind = chance.choice(["set", "set", "without", "add", "add", "rename", "whole"])
    if kind == "without":
        del holder[path[-1]]
        return without(text, path), want, path if holder else path[:-1], kind
    if kind == "rename" and isinstance(holder, dict):
        pairs = [("kunci baru" if key == path[-1] else key, part) for key, part in holder.items()]
        holder.clear()
        holder.update(pairs)
        return renamed(text, path, "kunci baru"), want, path, "set"
    new = _any(chance)
    if kind == "add" and isinstance(here, list):
        at = chance.randint(0, len(here))
        here.insert(at, new)
        return with_item(text, path, new, at), want, path, "add" if len(here) > 1 else "set"
    if kind == "add" and isinstance(here, dict):
        here["baru"] = {"lagi": new}
        return with_value(text, (*path, "baru", "lagi"), new), want, path, "add" if len(here) > 1 else "set"
    holder[path[-1]] = new
    return (edited(text, want) if kind == "whole" else with_value(text, path, new)), want, path, "set"


def _in_another_hand(text: str, chance: random.Random) -> str:
    if chance.random() < 0.2:
        text = text.removesuffix("\n")
    if chance.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if chance.random() < 0.1 else text


def _hold(before: str, chance: random.Random) -> None:
    root = _node(before)
    value = _plain(root)
    after, want, path, kind = _do(before, value, chance)
    made = _node(after)
    said = _plain(made)
    assert said == want
    if kind == "set":
        assert [*_paths(said)] == [*_paths(want)]  # keys keep their order

    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    part = _part(root, path, old)
    first, stop = part.first, part.stop
    if kind == "without":  # what is its own, above and below
        while first and (not old[first - 1].strip() or old[first - 1].lstrip().startswith("#")):
            first -= 1
        while stop < len(old) and (not old[stop].strip() or old[stop].startswith((" ", "#"))):
            stop += 1
    tail = [line.rstrip("\r\n") for line in old[stop:]]  # a text may end where its last line had an end
    if tail:
        assert new[:first] == old[:first]
    else:
        assert [line.rstrip("\r\n") for line in new[:first]] == [line.rstrip("\r\n") for line in old[:first]]
    assert [line.rstrip("\r\n") for line in new[len(new) - len(tail) :]] == tail
    ends = {line[len(line.rstrip("\r\n")) :] for line in new} - {""}
    assert ends <= ({line[len(line.rstrip("\r\n")) :] for line in old} - {""} or {"\n"})
    lost, come = _comments(before) - _comments(after), _comments(after) - _comments(before)
    assert not come
    assert lost <= _comments_in(old[first:stop])
    if kind == "add":
        assert not lost


def _comments_in(lines: list[str]) -> Counter[str]:
    """Whatever may be a comment in ``lines``."""
    found: Counter[str] = Counter()
    for line in lines:
        for at, mark in enumerate(line):
            if mark == "#":
                found[line[at:].rstrip()] += 1
    return found


def _hold_all(files: list[Any], seed: int, times: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (the same edits in every run)
    for path in files:
        for _ in range(times):
            state = chance.getstate()
            before = _in_another_hand(path.read_text(encoding="utf-8"), chance)
            try:
                _hold(before, chance)
            except BaseException as error:
                error.add_note(f"{path}, {hash(state)}")
                raise


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(2, 6))])
def test_an_edit_of_the_sample_says_what_it_should_and_leaves_the_rest(seed: int, told: Callable[[str], None]) -> None:
    """Some files in every run, in a campaign all of them, several times."""
    files, times = (FILES[::12], 1) if seed == 1 else (FILES, 3)
    _hold_all(files, seed, times)
    told(f"{len(files) * times} edits of files of the sample, seed {seed}, said what they should and left the rest")
