"""The integer search behind the planner: from each of several groups at most one choice, for the least effort.

For every tail of the groups it keeps the best that can be had: pairs of a key (effort, then number of groups changed)
and a gain, of which none is worse in both than another. A shared work is paid by the first choice that needs it; which
of the works still needed are paid already belongs to the state, so all their subsets are tried. Everything is a whole
number, so the result is exact.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_PACKABLE: Final = 2**63


@dataclass(frozen=True, slots=True)
class RaiseOption:
    """One choice of a group.

    ``works`` has a bit for each shared work that the choice needs; ``effort`` is without them.
    """

    effort: int
    works: int
    gain: int


_Front = Sequence[int]
"""Pairs of a key, ``effort * (groups + 1) + changed``, and a gain, both rising; each pair is one number.

Its code is ``key * unit + (unit - 1 - gain)``, so codes sort by key, and adding a choice adds a constant to all.
With hundreds of groups that is what makes the search quick.
"""


class Knapsack:
    """A search for the least effort that gains enough.

    ``groups`` of choices, and the effort of each shared work. Efforts and gains are not negative.
    """

    def __init__(self, groups: Sequence[Sequence[RaiseOption]], works: Sequence[int] = ()) -> None:
        self._groups = groups
        self._works = works
        self._open = [0]
        for choices in reversed(groups):
            self._open.insert(0, self._open[0] | _needed(choices))
        self._unit = 1 + sum(max((choice.gain for choice in choices), default=0) for choices in groups)
        self._fronts: dict[tuple[int, int], _Front] = {}

    @property
    def most(self) -> int:
        """The highest gain that there is."""
        return self._gain(self._front(0, 0)[-1])

    def cheapest(self, need: int) -> list[int | None] | None:
        """For each group the position of its choice, or ``None`` where nothing is chosen.

        Together they gain at least ``need`` with the least effort, then from the fewest groups, then from the earliest
        groups and of these the earliest choices. ``None`` when ``need`` is more than :attr:`most`.
        """
        key = self._least(self._front(0, 0), need)
        if key is None:
            return None
        picked: list[int | None] = []
        paid = 0
        for position, choices in enumerate(self._groups):
            picked.append(None)
            for number, choice in enumerate(choices):
                rest = key - self._price(choice, paid)
                if rest == self._least(self._after(position, paid | choice.works), need - choice.gain):
                    key, need, paid = rest, need - choice.gain, paid | choice.works
                    picked[-1] = number
                    break
        return picked

    def _price(self, choice: RaiseOption, paid: int) -> int:
        """What ``choice`` adds to the key when the works in ``paid`` are done already."""
        new = choice.works & ~paid
        shared = sum(effort for place, effort in enumerate(self._works) if new >> place & 1)
        return (choice.effort + shared) * (len(self._groups) + 1) + 1

    def _after(self, position: int, paid: int) -> _Front:
        return self._front(position + 1, paid & self._open[position + 1])

    def _front(self, position: int, paid: int) -> _Front:
        """The best that the groups from ``position`` on can give when the works in ``paid`` are done."""
        waiting = [(position, paid)]
        while waiting:  # not by recursion: an instrument may have more groups than Python has frames
            place = waiting[-1]
            if place in self._fronts:
                waiting.pop()
            elif place[0] == len(self._groups):
                self._fronts[place] = [self._unit - 1]
            elif missing := [after for after in self._below(*place) if after not in self._fronts]:
                waiting += missing
            else:
                self._fronts[waiting.pop()] = self._made(*place)
        return self._fronts[position, paid]

    def _below(self, position: int, paid: int) -> set[tuple[int, int]]:
        """The fronts that the one at ``position`` is made of."""
        states = {paid, *(paid | choice.works for choice in self._groups[position])}
        return {(position + 1, state & self._open[position + 1]) for state in states}

    def _made(self, position: int, paid: int) -> _Front:
        codes = list(self._after(position, paid))
        for choice in self._groups[position]:
            more = self._price(choice, paid) * self._unit - choice.gain
            codes += [code + more for code in self._after(position, paid | choice.works)]
        codes.sort()
        return _packed(_undominated(codes, self._unit))

    def _gain(self, code: int) -> int:
        return self._unit - 1 - code % self._unit

    def _least(self, front: _Front, need: int) -> int | None:
        """The lowest key of ``front`` that gains ``need``."""
        found = bisect_left(front, need, key=self._gain)
        return None if found == len(front) else front[found] // self._unit


def _needed(choices: Iterable[RaiseOption]) -> int:
    found = 0
    for choice in choices:
        found |= choice.works
    return found


def _undominated(codes: Iterable[int], unit: int) -> list[int]:
    """Of rising ``codes`` those that gain more than every one before."""
    found: list[int] = []
    least = unit  # what is left to the highest gain; the lower, the better
    for code in codes:
        left = code % unit
        if left < least:
            least = left
            found.append(code)
    return found


def _packed(front: list[int]) -> _Front:
    """The same in an eighth of the memory, where the numbers are not too large for it."""
    return array("q", front) if front[-1] < _PACKABLE else front
