"""The parser's events: the only place that talks to libyaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def events(text: str) -> Iterator[Any]:
    """The parser's events for ``text``; raises ``yaml.YAMLError`` where it cannot be understood.

    Every event of a text has a start mark, which the stubs of PyYAML do not say; hence ``Any``.
    """
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()
