"""``markdown_extensions`` in ``mkdocs.yml``: each is tried as the engine will, but only in a region that names any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

from spbe.checks.settings.look import MAPPING, Look, formed
from spbe.checks.settings.plugins import listed
from spbe.i18n import gettext
from spbe.problems import Problem
from spbe.yamlio.typed import Tagged

_NAME: Final = re.compile(r"python/(?:name|object(?:/(?:apply|new))?):(.+)$")


def extensions(look: Look) -> Iterator[Problem]:
    """Every extension is there and understands its options."""
    found, problems = listed(look, "markdown_extensions", "- toc: {permalink: true}")
    yield from problems
    for name, options, path in found:
        if options and not isinstance(options, Mapping):
            yield from formed(look, path, options, MAPPING, f"- {name}: {{}}")
            continue
        cause = _unknown_name(options) or _refusal(name, options or {})
        if cause:
            yield look.told("pengaturan-ekstensi", path, of_key=True, nama=name, sebab=cause)


def _refusal(name: str, options: Mapping[str, Any]) -> str:
    """Why the extension cannot be used; nothing when it can."""
    import markdown

    try:
        markdown.Markdown().registerExtensions((name,), {name: _made(options)})
    except ImportError:
        return gettext("ekstensi ini tidak ada atau tidak terpasang")
    except KeyError as error:
        return gettext("opsi {nama} tidak dikenal").format(nama=error.args[0] if error.args else "?")
    except Exception as error:  # noqa: BLE001  (extensions are the code of others)
        return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
    return ""


def _made(options: Any) -> Any:
    """The options with something that can be called in the place of what only the engine makes."""
    if isinstance(options, Tagged):
        return lambda *_words, **_more: ""
    if isinstance(options, Mapping):
        return {key: _made(value) for key, value in options.items()}
    return [_made(one) for one in options] if isinstance(options, list) else options


def _unknown_name(options: Any) -> str:
    """What is said of a name of Python that nothing has; nothing when all are there."""
    if isinstance(options, Tagged):
        found = _NAME.search(options.tag)
        return "" if found is None or _exists(found[1]) else gettext("{nama} tidak ada").format(nama=found[1])
    below = options.values() if isinstance(options, Mapping) else options if isinstance(options, list) else ()
    return next(filter(None, map(_unknown_name, below)), "")


def _exists(name: str) -> bool:
    """Whether the engine will find ``name``, looking for it as it does."""
    module, _dot, thing = name.rpartition(".")
    try:
        return hasattr(import_module(module or "builtins"), thing)
    except Exception:  # noqa: BLE001  (modules are the code of others)
        return False


def names_of_python(look: Look) -> Iterator[Problem]:
    """Names of Python below other settings exist too: the engine looks for all of them before anything else."""
    for key, value in look.settings.value.items():
        cause = _unknown_name(value) if key != "markdown_extensions" else ""
        if cause:
            yield look.told("pengaturan-ditolak", (str(key),), of_key=True, sebab=cause)


CHECKS = (extensions, names_of_python)
