"""A difference as one verdict and its sentences, weightiest first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from spbe.differences.difference import Difference
from spbe.differences.telling.maturity import answered
from spbe.differences.telling.sentence import Sentence
from spbe.differences.telling.sentences import sentences_of
from spbe.differences.telling.weights import ADVICE, DECISIONS, Decision
from spbe.i18n import gettext as _
from spbe.scoring.hasil import HasilPenilaian, foremost
from spbe.wording import formatting

MOST: Final = 10
"""How many sentences stand above the detail; who must agree is always among them."""


MOST_OF_ONE: Final = 3
"""How many of them have one topic."""


@dataclass(frozen=True)
class Story:
    """A difference as people are told it.

    ``verdict`` is one sentence with its reason and the index.

    ``sentences`` are at most ``MOST``; ``untold`` is how many are not. Empty (false) where there is nothing to say:
    nobody wrote anything else, and time changed nothing either.
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
        return _unchanged(difference)
    found = sentences_of(difference)
    decision: Decision = next(
        (wanted for wanted in ADVICE if any(DECISIONS[one.topic] == wanted for one in found)), "terima"
    )
    agree = [one for one in found if one.topic == "penyetuju"]
    others = [one for one in found if one.topic != "penyetuju"]
    told = _some(others)[: MOST - len(agree)]
    reasons = [one.reason for one in others if DECISIONS[one.topic] == decision]
    parts = [*reasons[:1], _index(difference)]
    verdict = f"{_(ADVICE[decision])}: {'; '.join(parts)}."
    return Story(decision, verdict, (*told, *agree), len(others) - len(told))


def _some(found: list[Sentence]) -> list[Sentence]:
    """At most ``MOST_OF_ONE`` of each topic, so that none crowds the others out."""
    seen: Counter[str] = Counter()
    kept = []
    for one in found:
        seen[one.topic] += 1
        if seen[one.topic] <= MOST_OF_ONE:
            kept.append(one)
    return kept


def _unchanged(difference: Difference) -> Story:
    """Nothing that somebody wrote is another one; what time alone changed is no fault of the change."""
    time = difference.time
    number = len(time.claims) + sum(len(one.came) + len(one.went) for one in time.findings)
    if not number:
        return Story("terima", _("Tidak ada perubahan yang berarti."), (), 0)
    verdict = f"{_(ADVICE['terima'])}: {_('tidak ada isi yang berubah')}; {_index(difference)}."
    words = _("Karena waktu saja, dari {lama} sampai {baru}, {n} hal berubah; itu terjadi juga tanpa usulan ini.")
    days = [formatting.day(day) for day in (time.since, time.until)]
    text = words.format(lama=days[0], baru=days[1], n=formatting.number(number))
    return Story("terima", verdict, (Sentence("waktu", text, ""),), 0)


def _index(difference: Difference) -> str:
    """What became of the index: of each assessment whose leading figure moved, else of the one that leads.

    An index of a part of the indicators never stands without saying so, and none that was just begun stands here.
    """
    was, now = difference.before.results, difference.after.results
    pairs = [(was[name], one) for name, one in now.items() if name in was and was[name].teks != one.teks]
    moved = [_moved(*pair) for pair in pairs if pair[0].lengkap and pair[1].lengkap]
    if moved:
        return "; ".join(moved[:3])
    lead = foremost(now)
    if lead is None:
        return _("belum ada indeks")
    before = was.get(lead.assessment.nama)
    if before is not None and before.teks != lead.teks:
        return _moved(before, lead)
    words = _("{penilaian} tetap {indeks}") if before is not None else _("{penilaian} menjadi {indeks}")
    return words.format(penilaian=lead.assessment.title, indeks=_figure(lead))


def _moved(was: HasilPenilaian, now: HasilPenilaian) -> str:
    title = now.assessment.title
    if now.indeks is None:
        return _("{penilaian} tidak lagi punya indeks").format(penilaian=title)
    if was.indeks is None:
        return _("{penilaian} menjadi {indeks}").format(penilaian=title, indeks=_figure(now))
    words = _("{penilaian} naik dari {lama} menjadi {baru}")
    if now.indeks < was.indeks:
        words = _("{penilaian} turun dari {lama} menjadi {baru}")
    return words.format(penilaian=title, lama=formatting.comma(was.teks), baru=_figure(now))


def _figure(hasil: HasilPenilaian) -> str:
    """The printed index, with its predicate, or with how few levels it is made of."""
    told = hasil.predikat if hasil.lengkap else answered(hasil)
    return formatting.comma(hasil.teks) + (f" ({told})" if told else "")
