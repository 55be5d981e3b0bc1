"""A difference as one verdict and its sentences, weightiest first."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from spbe.differences.difference import Difference
from spbe.differences.index_changes import FigureChange, printed_index
from spbe.differences.telling.sentences import Sentence, sentences_of
from spbe.differences.telling.weights import ADVICE, DECISIONS, POSITION, Decision
from spbe.differences.words import DifferenceNames
from spbe.i18n import gettext as _
from spbe.region import Node
from spbe.scoring.hasil import foremost
from spbe.wording import formatting

MOST: Final = 10
"""How many sentences stand above the detail; who must agree is always among them."""


@dataclass(frozen=True)
class Story:
    """``verdict`` is one sentence with the index; ``sentences`` are at most ``MOST``; ``untold`` is how many are not.

    Empty (false) where nothing that somebody wrote is another one.
    """

    decision: Decision
    verdict: str
    sentences: tuple[Sentence, ...]
    untold: int

    def __bool__(self) -> bool:
        return bool(self.sentences)


def story_of(difference: Difference) -> Story:
    """``difference`` in the language in force."""
    if not difference:
        return Story("terima", _("Tidak ada perubahan yang berarti."), (), 0)
    found = sorted(sentences_of(difference), key=lambda one: POSITION[one.topic])
    decision: Decision = next(
        (wanted for wanted in ADVICE if any(DECISIONS[one.topic] == wanted for one in found)), "terima"
    )
    agree = [one for one in found if one.topic == "penyetuju"]
    others = [one for one in found if one.topic != "penyetuju"]
    told = others[: MOST - len(agree)]
    verdict = f"{_(ADVICE[decision])}: {_index(difference)}."
    return Story(decision, verdict, (*told, *agree), len(others) - len(told))


def _index(difference: Difference) -> str:
    """What became of the index: of each assessment that moved, else of the one that the region leads with."""
    names = DifferenceNames(difference)
    moved = [one for one in difference.figures if printed_index(one.before) != printed_index(one.after)]
    if moved:
        return "; ".join(dict.fromkeys(_moved(one, names) for one in moved[:3]))
    lead = foremost(difference.after.results)
    if lead is None:
        return _("belum ada indeks")
    title = lead.assessment.title
    predicate = f" ({lead.predikat})" if lead.predikat else ""
    return _("{penilaian} tetap {indeks}").format(penilaian=title, indeks=formatting.comma(lead.teks)) + predicate


def _moved(figure: FigureChange, names: DifferenceNames) -> str:
    title = names.name(Node("penilaian", figure.penilaian))
    was, now = printed_index(figure.before), printed_index(figure.after)
    predicate = figure.after["predikat"] if figure.after else None
    after = formatting.comma(now) + (f" ({predicate})" if predicate else "")
    if was is None:
        return _("{penilaian} menjadi {indeks}").format(penilaian=title, indeks=after)
    if now is None:
        return _("{penilaian} tidak lagi punya indeks").format(penilaian=title)
    words = _("{penilaian} naik dari {lama} menjadi {baru}")
    if Fraction(now) < Fraction(was):
        words = _("{penilaian} turun dari {lama} menjadi {baru}")
    return words.format(penilaian=title, lama=formatting.comma(was), baru=after)
