"""The twenty questions of the staff guide, read from its Markdown, so that what is written is what is tried.

A question is a heading, a line that says who asks and why, numbered steps, and what one should then read::

    ## 6. Apa yang berhenti?

    *Arsitek.* Supaya penggantinya siap.

    1. Buka [Beranda](../index.md).
    2. Klik **Dampak** di bawah **Yang dapat ditanyakan**.
    3. Ketik `server` pada **Saring**.
    4. Pilih **Infrastruktur** pada **Domain**.

    Terbaca pada [Dampak](../arsitektur/dampak/index.md?cari=server): “23 layanan” dan “Dampak”.

    Artinya: 23 layanan bergantung padanya.

``di bawah`` may be left out where everything of that name leads to the same place, and so may the last line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from support.regions import ROOT

PAGE = ROOT / "content" / "panduan" / "dua-puluh-pertanyaan.md"
ASKERS = ("Kepala OPD", "Arsitek", "Auditor", "Warga")

Verb = Literal["Buka", "Klik", "Ketik", "Pilih"]

_HEADING = re.compile(r"## (?P<number>\d+)\. (?P<words>.+\?)")
_ASKER = re.compile(rf"\*(?P<asker>{'|'.join(ASKERS)})\.\* (?P<why>[A-Z].+\.)")
_NUMBERED = re.compile(r"(?P<number>\d+)\. (?P<words>.+)")
_STEPS: dict[Verb, re.Pattern[str]] = {
    "Buka": re.compile(r"Buka \[(?P<label>[^\]]+)\]\((?P<value>[^)\s]+)\)\."),
    "Klik": re.compile(r"Klik \*\*(?P<label>[^*]+)\*\*(?: di bawah \*\*(?P<value>[^*]+)\*\*)?\."),
    "Ketik": re.compile(r"Ketik `(?P<value>[^`]+)` pada \*\*(?P<label>[^*]+)\*\*\."),
    "Pilih": re.compile(r"Pilih \*\*(?P<value>[^*]+)\*\* pada \*\*(?P<label>[^*]+)\*\*\."),
}
_MEANT = re.compile(r"Artinya: .+\.")
_TOLD = re.compile(r"Terbaca pada \[[^\]]+\]\((?P<where>[^)\s]+)\): “[^”]+”(?:(?:, | dan |, dan )“[^”]+”)*\.")


@dataclass(frozen=True)
class Step:
    """One thing to do with what is called ``label``.

    ``value`` is the target of ``Buka``, the heading above what is clicked (or nothing), what is typed or chosen.
    """

    verb: Verb
    label: str
    value: str
    line: int


@dataclass(frozen=True)
class Question:
    """``told`` is what one reads at the end, on the page that ``where`` links to; ``line`` is where it begins."""

    number: int
    words: str
    asker: str
    why: str
    steps: tuple[Step, ...]
    told: tuple[str, ...]
    where: str
    line: int

    @property
    def slug(self) -> str:
        """A name for a test: the number and the words."""
        return f"{self.number:02}-" + re.sub(r"[^a-z0-9]+", "-", self.words.lower()).strip("-")


class QuestionError(ValueError):
    """The page does not follow its form; the message begins with the file and the line."""

    def __init__(self, line: int, said: str) -> None:
        super().__init__(f"{PAGE.relative_to(ROOT)}:{line}: {said}")


def introduction(text: str) -> str:
    """What stands above the first question."""
    return text.partition("\n## ")[0]


def questions(text: str) -> list[Question]:
    """The questions of the page in order, or :class:`QuestionError` for the first line that is out of form."""
    lines = [(at, line) for at, line in enumerate(text.splitlines(), 1) if line]
    starts = [place for place, (_at, line) in enumerate(lines) if line.startswith("## ")]
    found = [
        _question(lines[start:end], number)
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True), 1)
    ]
    if not found:
        raise QuestionError(1, "no question")
    return found


def _question(lines: list[tuple[int, str]], number: int) -> Question:
    first = lines[0][0]
    rest = iter(lines)
    heading = _match(_HEADING, rest, first)
    if int(heading["number"]) != number:
        raise QuestionError(first, f"question {heading['number']} should have the number {number}")
    asker = _match(_ASKER, rest, first)
    body = list(rest)
    if body and _MEANT.fullmatch(body[-1][1]):
        body.pop()
    steps = tuple(_step(at, line, place) for place, (at, line) in enumerate(body[:-1], 1))
    if not steps or steps[0].verb != "Buka" or any(step.verb == "Buka" for step in steps[1:]):
        raise QuestionError(first, "a question opens one page, as its first step")
    told = _match(_TOLD, iter(body[-1:]), first)
    return Question(
        number,
        heading["words"],
        asker["asker"],
        asker["why"],
        steps,
        tuple(re.findall("“(.+?)”", told[0])),
        told["where"],
        first,
    )


def _step(at: int, line: str, place: int) -> Step:
    numbered = _NUMBERED.fullmatch(line)
    if not numbered or int(numbered["number"]) != place:
        raise QuestionError(at, f"not step {place}: {line}")
    words = numbered["words"]
    verb = words.partition(" ")[0]
    form = _STEPS.get(cast("Verb", verb))
    found = form.fullmatch(words) if form else None
    if not found:
        raise QuestionError(at, f"not a step that can be followed: {line}")
    return Step(cast("Verb", verb), found["label"], found["value"] or "", at)


def _match(form: re.Pattern[str], lines: Iterator[tuple[int, str]], first: int) -> re.Match[str]:
    at, line = next(lines, (first, "(nothing follows)"))
    found = form.fullmatch(line)
    if not found:
        raise QuestionError(at, f"not of the form {form.pattern}: {line}")
    return found
