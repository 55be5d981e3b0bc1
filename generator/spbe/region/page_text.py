"""The Markdown of a hand-written page as text: what in it is code, and what is a comment."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")


def without_code(text: str) -> str:
    """The Markdown ``text`` with blanks for its code and comments, as long as before."""
    for pattern in (_FENCE, _COMMENT, _CODE):
        text = pattern.sub(_blank, text)
    return text


def without_comments(text: str) -> str:
    """The Markdown ``text`` without its comments; what looks like one in code stays."""
    bare = text
    for pattern in (_FENCE, _CODE):
        bare = pattern.sub(_blank, bare)
    parts: list[str] = []
    end = 0
    for match in _COMMENT.finditer(bare):
        parts.append(text[end : match.start()])
        end = match.end()
    return "".join([*parts, text[end:]])


def _blank(match: re.Match[str]) -> str:
    """As many characters, so that positions stay true."""
    return re.sub(r"[^\n]", " ", match[0])
