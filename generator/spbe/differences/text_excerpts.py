"""Two versions of a text, of long ones only what differs."""

from __future__ import annotations

from typing import Final

LONG: Final = 120
"""From how many letters on only the part of a text is told that changed, with ``AROUND`` words on both sides.

At most ``MOST_WORDS`` of each version are told.
"""

AROUND: Final = 4
MOST_WORDS: Final = 60


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Two texts, of long ones only the words that differ with a few around them."""
    if max(len(before), len(after)) <= LONG:
        return before, after
    was, now = before.split(), after.split()
    shared = [one == other for one, other in zip(was, now, strict=False)]
    first = shared.index(False) if False in shared else len(shared)
    shared = [one == other for one, other in zip(was[first:][::-1], now[first:][::-1], strict=False)]
    last = shared.index(False) if False in shared else len(shared)

    def excerpt(words: list[str]) -> str:
        begin, end = max(first - AROUND, 0), min(len(words) - last + AROUND, len(words))
        shown = words[begin:end]
        if len(shown) > MOST_WORDS:
            shown, end = shown[:MOST_WORDS], begin + MOST_WORDS
        return " ".join(("…",) * (begin > 0) + (*shown,) + ("…",) * (end < len(words)))

    return excerpt(was), excerpt(now)
