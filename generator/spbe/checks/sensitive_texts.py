"""Likely secrets and personal data, in whatever text of the region they stand, and reports that do not repeat them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from spbe.checks.check_context import Context
from spbe.model.sensitive import MASK, SensitivePart
from spbe.problems import RULES, Problem
from spbe.region import Entry

ADDRESS: Final = "alamat-sandi"
_SHORTEST: Final = 4
"""Characters of the beginning of a secret that give it away."""

Sensitive = Mapping[str, tuple[SensitivePart, ...]]
"""What is sensitive, by the name of its file."""


def disclosed(context: Context) -> Iterator[Problem]:
    """Rules ``rahasia-*``, ``pribadi-*`` and, where no other check tells it of the same line, ``alamat-sandi``."""
    told = {(one.file, one.line) for one in context.reading.problems if one.rule == ADDRESS}
    entries: dict[str, list[Entry]] = {}
    for entry in context.reading.entries:
        entries.setdefault(entry.file, []).append(entry)
    for problem in sensitive_problems(context.reading.sensitive):
        if problem.rule != ADDRESS or (problem.file, problem.line) not in told:
            yield replace(problem, key=_key(entries.get(problem.file, []), problem))


def _key(entries: list[Entry], problem: Problem) -> str:
    """The keys that lead to the place of ``problem`` in its record; empty where it stands in none."""
    if not entries:
        return ""
    path = entries[0].document.part_at((problem.line or 1, problem.column or 1))
    above = max((one.path for one in entries if path[: len(one.path)] == one.path), key=len, default=())
    return ".".join(map(str, path[len(above) :]))


def sensitive_problems(sensitive: Sensitive) -> Iterator[Problem]:
    """One problem for every part."""
    for file, parts in sensitive.items():
        for part in parts:
            yield RULES[part.rule].at(file, part.line, part.column)


def discreet(problems: Iterable[Problem], sensitive: Sensitive) -> Iterator[Problem]:
    """``problems`` with a mark in the place of every secret that their words repeat, whole or cut short."""
    secrets = {line for parts in sensitive.values() for part in parts for line in _words(part)}
    if not secrets:
        yield from problems
        return
    wanted = re.compile("|".join(map(re.escape, sorted(secrets, key=len, reverse=True))))
    for problem in problems:
        message, hint, key = (
            _cut_short(wanted.sub(MASK, text), secrets) for text in (problem.message, problem.hint, problem.key)
        )
        yield replace(problem, message=message, hint=hint, key=key)


def _words(part: SensitivePart) -> Iterator[str]:
    """What of a part no report may repeat: its lines, and those of an address without the scheme."""
    for line in part.text.splitlines():
        text = line.strip().partition("://")[2] or line.strip()
        if len(text) >= _SHORTEST and not text.startswith("-----"):
            yield text


def _cut_short(text: str, secrets: Iterable[str]) -> str:
    """``text`` without beginnings of secrets before an ellipsis."""
    if "…" not in text:
        return text
    for secret in secrets:
        at = text.find(secret[:_SHORTEST])
        end = text.find("…", at)
        if at >= 0 and end > at and secret.startswith(text[at:end]):
            text = text[:at] + MASK + text[end:]
    return text


CHECKS = (disclosed,)
