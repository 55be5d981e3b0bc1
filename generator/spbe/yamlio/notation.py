"""Plain values as YAML text in the way people of a region write it: no quotes that nobody needs, a sentence a line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

import yaml

from spbe.yamlio.parsing import parse

INDENT: Final = 2
"""Blanks by which what belongs to a key stands further in."""

WIDTH: Final = 100
"""Characters from which on a text is put on lines of its own, and a list too."""

_SAFE: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9_.()/-]*(?: [A-Za-z0-9_.()/-]+)+|[A-Z][a-z]{4,}|[a-z]+(?:[-_][a-z]+)+|[0-9]+"
)
"""Texts that read as themselves wherever they stand: of several words, or of one that no program knows."""

_SAFE_IN_BLOCK: Final = re.compile(
    r"https?://[A-Za-z0-9_.~/-]+|[A-Za-z][\w.()/,=+-]*(?: [\w.()/,=+&-][\w.()/,=+-]*)+", re.ASCII
)
"""Texts that do so where no brackets stand around them."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?;:]) (?=\S)")


@lru_cache(maxsize=4_096)
def one_line(text: str, *, flow: bool = False) -> str:
    """``text`` as a scalar on one line, quoted only where it would else be read as something else.

    ``flow``: it stands within brackets, where more characters mean something. Read again, it is ``text``, whatever
    ``text`` holds.
    """
    if _SAFE.fullmatch(text) or (not flow and _SAFE_IN_BLOCK.fullmatch(text)):
        return text
    for form in (text, "'" + text.replace("'", "''") + "'"):
        if "\n" not in form and _reads_as(form, text, flow=flow):
            return form
    written: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**9)
    return written.removesuffix("\n")


def in_brackets(value: Any) -> str:
    """``value`` on one line."""
    if isinstance(value, dict):
        pairs = ", ".join(f"{one_line(key, flow=True)}: {in_brackets(part)}" for key, part in value.items())
        return f"{{{pairs}}}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_brackets, value)) + "]"
    return "null" if value is None else one_line(value, flow=True)


def after_key(value: Any, indent: int) -> str:
    """What follows ``key:`` where ``value`` is its value and ``indent`` the column of the key.

    Begins with the blank or the line end that separates them; has no line end at its end.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return " " + (_block(value, indent + INDENT) or one_line(value))
    if _fits(value, indent):
        return " " + in_brackets(value)
    return "\n" + " " * (indent + INDENT) + block(value, indent + INDENT)


def block(value: Any, indent: int) -> str:
    """A list or mapping, one part a line, each line but the first with ``indent`` blanks before it."""
    margin = "\n" + " " * indent
    if isinstance(value, dict):
        return margin.join(f"{one_line(key)}:{after_key(part, indent)}" for key, part in value.items())
    return margin.join("-" + _after_dash(item, indent) for item in value)


def _after_dash(item: Any, indent: int) -> str:
    if isinstance(item, dict) and item:
        return " " + block(item, indent + INDENT)
    if isinstance(item, list | dict):
        return " " + in_brackets(item)
    return " null" if item is None else after_key(item, indent)


def sentences(text: str) -> list[str]:
    """``text`` cut behind every sentence."""
    return _SENTENCE_END.split(text)


def _fits(value: Any, indent: int) -> bool:
    """Whether it may stand in brackets: nothing, or a short list of scalars."""
    if not value:
        return True
    if isinstance(value, dict) or any(isinstance(item, list | dict) for item in value):
        return False
    return indent + len(in_brackets(value)) <= WIDTH


def _block(text: str, indent: int) -> str | None:
    """``text`` on lines of its own, where it is long or has several; ``None`` where one line serves, or must."""
    if "\n" not in text and indent + len(text) <= WIDTH:
        return None
    if text != text.strip("\n") and text.removesuffix("\n") != text.strip("\n"):
        return None
    keep = "" if text.endswith("\n") else "-"
    margin = "\n" + " " * indent
    if "\n" in text.removesuffix("\n"):
        lines = text.removesuffix("\n").split("\n")
        written = f"|{keep}" + "".join(margin + line if line else "\n" for line in lines)
    else:
        written = f">{keep}" + "".join(margin + line for line in sentences(text.removesuffix("\n")))
    made, _problems = parse("", "x: " + written + "\n")
    return written if made is not None and made.value == {"x": text} else None


def _reads_as(form: str, text: str, *, flow: bool) -> bool:
    frame = "x: [{}, y]" if flow else "x: {}"
    made, _problems = parse("", frame.format(form))
    return made is not None and made.value == {"x": [text, "y"] if flow else text}
