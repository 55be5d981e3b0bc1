"""``markdown_extensions`` in ``mkdocs.yml``: each is tried as the engine will, but only in a region that names any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any

from spbe.checks.settings.look import MAPPING, Look, formed
from spbe.checks.settings.plugins import listed
from spbe.i18n import gettext
from spbe.problems import Problem
from spbe.yamlio.typed import Tagged


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
    """What is said of a name of Python that no module has; nothing when all are there."""
    if isinstance(options, Tagged):
        path = options.tag.partition("python/name:")[2]
        module = path.rpartition(".")[0]
        return "" if not module or _exists(module) else gettext("{nama} tidak ada").format(nama=path)
    below = options.values() if isinstance(options, Mapping) else options if isinstance(options, list) else ()
    return next(filter(None, map(_unknown_name, below)), "")


def _exists(module: str) -> bool:
    """Whether ``module``, or the one above it of which it is a part, can be found."""
    for name in (module, module.rpartition(".")[0]):
        try:
            if name and find_spec(name) is not None:
                return True
        except (ImportError, ValueError):
            continue
    return False


CHECKS = (extensions,)
