"""The integer search behind the planner: from each of several groups at most one choice, for the least effort.

For every tail of the groups it keeps the best that can be had: pairs of a key (effort, then number of groups changed)
and a gain, of which none is worse in both than another. A shared work is paid by the first choice that needs it; which
of the works still needed are paid already belongs to the state, so all their subsets are tried. Everything is a whole
number, so the result is exact.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """``works`` has a bit for each shared work that the choice needs; ``effort`` is without them."""

    effort: int
    works: int
    gain: int


_Front = tuple[list[int], list[int]]
"""Rising keys, each ``effort * (groups + 1) + changed``, and their rising gains."""


class Knapsack:
    """``groups`` of choices, and the effort of each shared work. Efforts and gains are not negative."""

    def __init__(self, groups: Sequence[Sequence[Choice]], works: Sequence[int] = ()) -> None:
        self._groups = groups
        self._works = works
        self._open = [0]
        for choices in reversed(groups):
            self._open.insert(0, self._open[0] | _needed(choices))
        self._fronts: dict[tuple[int, int], _Front] = {}

    @property
    def most(self) -> int:
        """The highest gain that there is."""
        return self._front(0, 0)[1][-1]

    def cheapest(self, need: int) -> list[int | None] | None:
        """For each group the position of its choice, or ``None`` where nothing is chosen.

        Together they gain at least ``need`` with the least effort, then from the fewest groups, then from the earliest
        groups and of these the earliest choices. ``None`` when ``need`` is more than :attr:`most`.
        """
        key = _least(self._front(0, 0), need)
        if key is None:
            return None
        picked: list[int | None] = []
        paid = 0
        for position, choices in enumerate(self._groups):
            picked.append(None)
            for number, choice in enumerate(choices):
                rest = key - self._price(choice, paid)
                if rest == _least(self._after(position, paid | choice.works), need - choice.gain):
                    key, need, paid = rest, need - choice.gain, paid | choice.works
                    picked[-1] = number
                    break
        return picked

    def _price(self, choice: Choice, paid: int) -> int:
        """What ``choice`` adds to the key when the works in ``paid`` are done already."""
        new = choice.works & ~paid
        shared = sum(effort for place, effort in enumerate(self._works) if new >> place & 1)
        return (choice.effort + shared) * (len(self._groups) + 1) + 1

    def _after(self, position: int, paid: int) -> _Front:
        return self._front(position + 1, paid & self._open[position + 1])

    def _front(self, position: int, paid: int) -> _Front:
        """The best that the groups from ``position`` on can give when the works in ``paid`` are done."""
        known = self._fronts.get((position, paid))
        if known is not None:
            return known
        if position == len(self._groups):
            return [0], [0]
        pairs = list(zip(*self._after(position, paid), strict=True))
        for choice in self._groups[position]:
            price = self._price(choice, paid)
            keys, gains = self._after(position, paid | choice.works)
            pairs += [(key + price, gain + choice.gain) for key, gain in zip(keys, gains, strict=True)]
        made = self._fronts[position, paid] = _undominated(pairs)
        return made


def _needed(choices: Iterable[Choice]) -> int:
    found = 0
    for choice in choices:
        found |= choice.works
    return found


def _least(front: _Front, need: int) -> int | None:
    """The lowest key of ``front`` that gains ``need``."""
    found = bisect_left(front[1], need)
    return None if found == len(front[0]) else front[0][found]


def _undominated(pairs: Iterable[tuple[int, int]]) -> _Front:
    keys: list[int] = []
    gains: list[int] = []
    for key, gain in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not gains or gain > gains[-1]:
            keys.append(key)
            gains.append(gain)
    return keys, gains
