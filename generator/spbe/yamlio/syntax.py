"""What the parser says, in words that help someone who has never heard of YAML."""

from __future__ import annotations

from typing import Any

import yaml

from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.yamlio.lookalikes import Lookalike, lookalike
from spbe.yamlio.sayings import saying_of

_UNCLOSED = ("found unexpected end of stream", "did not find expected ','", "expected ','")


def syntax_problem(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem that ``error`` means, at the place where a person would look for it."""
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    context = str(getattr(error, "context", None) or "")
    begun: Any = getattr(error, "context_mark", None)
    found: Any = getattr(error, "problem_mark", None) or begun
    here = found.line + 1 if found is not None else 1
    mistaken = lookalike(text, begun.line + 1 if begun is not None else here - 1, here)
    if mistaken is not None:
        return lookalike_problem(file, mistaken)
    if begun is not None and said.startswith(_UNCLOSED):
        found = begun  # the end of the file helps nobody; where the quote or bracket was opened does
    line, column = (found.line + 1, found.column + 1) if found is not None else (1, 1)
    if context == "while parsing a flow node" and not "".join(text.split("\n")[line - 1 :]).strip():
        opened = max(text.rfind("["), text.rfind("{"))  # nothing follows it
        line, column = text.count("\n", 0, opened) + 1, opened - text.rfind("\n", 0, opened)
        said = _UNCLOSED[1]
    saying = saying_of(said, context)
    reason, advice = gettext(saying.reason), gettext(saying.advice)
    return RULES["yaml-tulisan"].at(file, min(line, text.count("\n") + 1), column, sebab=reason, saran=advice)


def lookalike_problem(file: str, found: Lookalike) -> Problem:
    """The problem of a character that only looks right."""
    return RULES["yaml-tulisan"].at(file, found.line, found.column, sebab=found.reason, saran=found.advice)


def undefined_alias(file: str, mark: Any) -> Problem:
    """The problem of an alias (``*word`` at the beginning of a value) that repeats nothing.

    libyaml itself finds it only when it composes nodes.
    """
    cause = gettext("tanda bintang di sini dibaca sebagai rujukan")
    advice = gettext("Apit teks yang diawali `*` dengan tanda petik.")
    return RULES["yaml-tulisan"].at(file, mark.line + 1, mark.column + 1, sebab=cause, saran=advice)
