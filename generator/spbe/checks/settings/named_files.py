"""What ``mkdocs.yml`` names beside itself: folders, styles, scripts, hooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from spbe.checks.settings.look import TEXT, Look, formed, is_elsewhere, is_file
from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.yamlio import Path as KeyPath

CONTENT: Final = "content"


def pages_folder(look: Look) -> Iterator[Problem]:
    """The pages are those of ``content/``."""
    written = look.settings.get("docs_dir")
    if written is None:
        path = ("docs_dir",) if "docs_dir" in look.settings.value else ()
        yield look.told("pengaturan-wajib", path, kunci="docs_dir", contoh="docs_dir: content")
    elif isinstance(written, str) and _real(look.root / written) != _real(look.root / CONTENT):
        yield look.not_among(("docs_dir",), written, (CONTENT,))


def added_files(look: Look) -> Iterator[Problem]:
    """Styles and scripts are files of the region."""
    for key in ("extra_css", "extra_javascript"):
        written = look.settings.get(key)
        for number, one in enumerate(written if isinstance(written, list) else ()):
            path: KeyPath = (key, number)
            name = one
            if isinstance(one, Mapping):
                path, name = (*path, "path"), one.get("path")
                for field in one:
                    if field not in _SCRIPT:
                        yield look.unknown((key, number, str(field)), _SCRIPT)
            if not isinstance(name, str):
                yield from formed(look, path, name, TEXT, f"{key}: [lampiran/…]")
            elif is_elsewhere(name):
                yield look.told("pengaturan-luar", path, tulisan=name)
            elif not is_file(look.root / CONTENT / name):
                yield look.missing_file(path, name, "content/")


_SCRIPT: Final = ("path", "type", "defer", "async")


def watched(look: Look) -> Iterator[Problem]:
    """What is watched exists."""
    written = look.settings.get("watch")
    for number, one in enumerate(written if isinstance(written, list) else ()):
        if isinstance(one, str) and not (look.root / one).exists():
            yield look.missing_file(("watch", number), one, gettext("wilayah"))


def hooks(look: Look) -> Iterator[Problem]:
    """Code that runs along is there and is Python."""
    written = look.settings.get("hooks")
    for number, one in enumerate(written if isinstance(written, list) else ()):
        if not isinstance(one, str):
            continue
        path = look.root / one
        if not is_file(path):
            yield look.missing_file(("hooks", number), one, gettext("wilayah"))
            continue
        try:
            compile(path.read_bytes(), one, "exec", dont_inherit=True)
        except SyntaxError as error:
            cause = gettext("bukan Python yang benar ({sebab})").format(sebab=error.msg)
            yield RULES["pengaturan-kait"].at(one, error.lineno or 1, max(1, error.offset or 1), sebab=cause)
        except (ValueError, OSError) as error:
            yield look.told("pengaturan-kait", ("hooks", number), sebab=str(error))


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError):
        return path


CHECKS = (pages_folder, added_files, watched, hooks)
