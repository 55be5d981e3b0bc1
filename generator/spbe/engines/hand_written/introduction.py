"""Where a hand-written introduction stands on a generated page."""

from __future__ import annotations

from spbe.site import Block, Heading


def around_introduction(blocks: tuple[Block, ...], *, headed: bool) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks before and those after the introduction.

    The trail stays on top and the page's own heading below it, unless the introduction is ``headed`` by its own.
    """
    first = next((place for place, block in enumerate(blocks) if isinstance(block, Heading)), 0)
    if headed:
        rest = blocks[first:]
        return blocks[:first], tuple(one for one in rest if not (isinstance(one, Heading) and one.level == 1))
    return blocks[: first + 1], blocks[first + 1 :]
