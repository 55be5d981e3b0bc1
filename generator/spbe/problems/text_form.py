"""A report for people and editors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spbe.i18n import gettext
from spbe.problems.excerpts import Excerpts
from spbe.problems.order import ProblemGroup, grouped
from spbe.problems.policy import WaivedProblem
from spbe.problems.problem import Problem, Severity, counts

PLACES_SHOWN: Final = 3
_COLOURS: Final[dict[Severity, str]] = {"error": "31;1", "warning": "33;1", "info": "36;1"}


def text_report(
    problems: Sequence[Problem],
    waived: Sequence[WaivedProblem] = (),
    rules_page: str = "",
    *,
    everything: bool = True,
    excerpts: Excerpts | None = None,
    colour: bool = False,
) -> str:
    """``file:line:column: severity: message [rule]``, which editors understand, and the hint below it.

    Without ``everything`` information is only counted, for in a real inventory it outnumbers errors by far, and what
    is said of several places in the same words is said once. With ``excerpts`` the lines themselves are shown, with a
    mark below the place, and what is told of one file stands together: files in the order of their gravest problems.
    What is waived is counted, and with ``everything`` told after all else. ``rules_page`` says where all rules are.
    """
    shown = [problem for problem in problems if everything or problem.severity != "info"]
    told = [ProblemGroup(problem) for problem in shown] if everything else grouped(shown)
    last = [*(_waived(one) for one in waived if everything), _summary(problems, waived, everything=everything)]
    if rules_page and told:
        last.append(gettext("Arti dan contoh setiap aturan: {alamat}").format(alamat=rules_page))
    if excerpts is None:
        return "\n".join([*(line for one in told for line in _told(one, None, colour=colour)), *last])
    by_file: dict[str, list[str]] = {}
    for one in told:
        by_file.setdefault(one.first.file, []).extend(_told(one, excerpts, colour=colour))
    apart = "\n\n" if len(by_file) > 1 else "\n"
    return apart.join([*("\n".join(lines) for lines in by_file.values()), "\n".join(last)])


def _told(told: ProblemGroup, excerpts: Excerpts | None, *, colour: bool) -> Iterator[str]:
    problem = told.first
    place, word = _place(problem), severity_word(problem)
    if colour:
        place, word = _styled(place, "1"), _styled(word, _COLOURS[problem.severity])
    yield f"{place}: {word}: {problem.message} [{problem.rule}]"
    excerpt = excerpts.of(problem) if excerpts else None
    if excerpt:
        line, column = excerpt
        mark = _styled("^", _COLOURS[problem.severity]) if colour else "^"
        number = str(problem.line).rjust(5)
        yield f"{number} | {line}".rstrip()
        yield f"{' ' * len(number)} | {' ' * column}{mark}"
    if problem.hint:
        yield f"    → {problem.hint}"
    if told.others:
        yield f"    {_elsewhere(told.others)}"
    if told.similar:
        words = gettext("Ada {n} lagi seperti ini di berkas yang sama, sesudah baris {baris} (`spbe check --semua`).")
        yield "    " + words.format(n=len(told.similar), baris=problem.line or 1)


def _styled(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _waived(one: WaivedProblem) -> str:
    words = gettext("{letak}: dikecualikan sampai {sampai}: {pesan} [{aturan}] Alasannya: {alasan}")
    return words.format(
        letak=_place(one.problem),
        sampai=one.waiver.until.isoformat(),
        pesan=one.problem.message,
        aturan=one.problem.rule,
        alasan=one.waiver.reason,
    )


def _summary(problems: Sequence[Problem], waived: Sequence[WaivedProblem], *, everything: bool) -> str:
    """One sentence that counts the problems, and how to see what is only counted: information, and what is waived."""
    total = counts(problems)
    said = [gettext("{error} kesalahan, {warning} peringatan, {info} info.").format(**total)]
    if not problems:
        said = [gettext("Tidak ada masalah.")]
    if total["info"] and not everything:
        said.append(gettext("Info tampil dengan `spbe check --semua`."))
    if waived:
        said.append(gettext("{n} masalah dikecualikan (`spbe check --semua`).").format(n=len(waived)))
    return " ".join(said)


def severity_word(problem: Problem) -> str:
    """How the severity is called in the user's language."""
    words = {"error": gettext("kesalahan"), "warning": gettext("peringatan"), "info": gettext("info")}
    return words[problem.severity]


def _elsewhere(problems: Sequence[Problem]) -> str:
    """Where else the same is wrong: how often, and the first places."""
    places = ", ".join(_place(problem) for problem in problems[:PLACES_SHOWN])
    if len(problems) <= PLACES_SHOWN:
        return gettext("Juga di {letak}.").format(letak=places)
    words = gettext("Juga di {n} tempat lain: {letak}, … (semuanya: `spbe check --semua`).")
    return words.format(n=len(problems), letak=places)


def _place(problem: Problem) -> str:
    if problem.line is None:
        return problem.file
    return f"{problem.file}:{problem.line}:{problem.column or 1}"
