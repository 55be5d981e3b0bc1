"""Files that a browser runs when it opens them at their own address."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any, Final
from xml.parsers.expat import ExpatError, ParserCreate

from spbe.i18n import gettext
from spbe.i18n import mark as _
from spbe.region.active_content import is_active, is_elsewhere
from spbe.sources.source import Source, TooLargeError

_RUN: Final = re.compile(
    r"html|htm|xhtml|xht|shtml|mht|mhtml|hta|htc|js|mjs|cjs|wasm|swf|jar|svgz|xsl|xslt|"
    r"php|cgi"
)
_DRAWN: Final = frozenset({".svg", ".xml", ".rdf", ".rss", ".atom", ".mml"})
_ELEMENTS: Final = re.compile(
    r"script|foreignobject|iframe|object|embed|handler|listener|animate|set|animatemotion|"
    r"animatetransform|html|annotation-xml|audio|video"
)
_STYLE: Final = re.compile(r"@import|url\s*\((?!\s*[\"']?\s*(?:#|data:image/))", re.IGNORECASE)
LARGEST: Final = 20_000_000


class _FoundError(Exception):
    """Something that a browser would run; the text says what."""


def is_drawn(path: PurePosixPath) -> bool:
    """Whether only the content of the file at ``path`` tells what it would run."""
    return path.suffix.lower() in _DRAWN


def activity(source: Source, path: PurePosixPath) -> str | None:
    """What the file at ``path`` would run, in the user's language; ``None`` for a document or a plain drawing."""
    ending = path.suffix.lower()
    if _RUN.fullmatch(ending.lstrip(".")):
        return gettext(_("jenis berkas {akhiran} dijalankan peramban")).format(akhiran=ending)
    if not is_drawn(path):
        return None
    try:
        _parse(source.read(str(path), LARGEST))
    except TooLargeError:
        return gettext(_("berkasnya terlalu besar untuk diperiksa"))
    except OSError:  # whoever publishes it will say so
        return None
    except _FoundError as found:
        return str(found)
    except ExpatError:
        return gettext(_("susunan XML-nya tidak terbaca"))
    return None


def _parse(content: bytes) -> None:
    parser = ParserCreate()
    styles: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        if _ELEMENTS.fullmatch(local):
            raise _FoundError(f"<{name}>")
        if local == "style":
            styles.append("")
        for key, value in attributes.items():
            if _runs(local, key.rpartition(":")[2].lower(), value):
                raise _FoundError(key)

    def words(text: str) -> None:
        if styles:
            styles[-1] += text

    def end(name: str) -> None:
        if name.rpartition(":")[2].lower() == "style" and styles and _STYLE.search(styles.pop()):
            raise _FoundError("<style>")

    def declared(*_words: Any) -> None:
        raise _FoundError("<!ENTITY>")

    def instructed(target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise _FoundError(f"<?{target}>")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    parser.EntityDeclHandler = declared
    parser.ProcessingInstructionHandler = instructed
    parser.Parse(content, True)  # noqa: FBT003


def _runs(element: str, key: str, value: str) -> bool:
    if key.startswith("on"):
        return True
    if key == "style":
        return bool(_STYLE.search(value))
    if key in {"href", "src"}:
        if element == "a":
            return is_active(value)
        return is_elsewhere(value) and not re.match(r"\s*data:image/(?!svg)", value)
    return "url(" in value.lower() and bool(_STYLE.search(value))
