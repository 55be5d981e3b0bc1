"""Files that ship with the program to be written into a region: as they are, or filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from spbe.region.template_folders import shipped_templates
from spbe.yamlio.skeletons import scalar

_TEMPLATE: Final = ".j2"
_HIDDEN: Final = "dot-"


def filled(folder: str, words: Mapping[str, Any], *, square: bool = False) -> dict[PurePosixPath, str]:
    """Every file of ``folder`` of the shipped templates, by its place below it; ``dot-`` begins a hidden name.

    Those that end with ``.j2`` are filled in with ``words``. With ``square`` they write ``[[ ]]`` and ``[% %]`` for
    what others write as ``{{ }}`` and ``{% %}``, because what they become is full of those.
    """
    import jinja2

    source = shipped_templates() / folder
    begin, end = ("[", "]") if square else ("{", "}")
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(source)),
        autoescape=False,  # noqa: S701  (YAML and Markdown, not HTML)
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        variable_start_string=begin * 2,
        variable_end_string=end * 2,
        block_start_string=f"{begin}%",
        block_end_string=f"%{end}",
        comment_start_string=f"{begin}#",
        comment_end_string=f"#{end}",
    )
    env.filters["yaml"] = scalar
    found: dict[PurePosixPath, str] = {}
    for path in sorted(source.rglob("*")):
        if path.is_file():
            inside = PurePosixPath(path.relative_to(source).as_posix())
            if path.suffix == _TEMPLATE:
                text = env.get_template(str(inside)).render(words)
            else:
                text = path.read_text(encoding="utf-8")
            found[PurePosixPath(*map(_shown, inside.parts))] = text
    return found


def _shown(name: str) -> str:
    plain = name.removesuffix(_TEMPLATE)
    return f".{plain.removeprefix(_HIDDEN)}" if plain.startswith(_HIDDEN) else plain
