"""Active content in hand-written pages: what runs, asks another host, or embeds it.

HTML is judged as a browser parses it; ``justhtml`` follows the standard's own algorithm. Whatever is not named here
is inert: elements that nobody knows, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from spbe.region.page_text import without_code

if TYPE_CHECKING:
    from justhtml import Element, Node

_ELEMENTS: Final = re.compile(
    r"script|iframe|frame|frameset|object|embed|applet|base|meta|link|form|button|select|"
    r"textarea|template|portal|fencedframe|noscript|noembed|noframes|plaintext|xmp|title|"
    r"bgsound|marquee|foreignobject|animate|set|animatemotion|animatetransform|animatecolor|"
    r"handler|listener|annotation-xml"
)
"""Elements that run something, load something, ask for something, or swallow what follows them."""
_LINKS: Final = frozenset({"href", "xlink:href"})
_LOADING: Final = frozenset(
    {"src", "poster", "data", "background", "lowsrc", "dynsrc", "manifest", "codebase", "archive", "icon"}
)
_PAINTED: Final = frozenset({"fill", "stroke", "filter", "mask", "clip-path", "cursor"})
_PAINT: Final = re.compile(r"url\s*\((?!\s*[\"']?\s*#)|\\", re.IGNORECASE)
_NEVER: Final = frozenset({"srcdoc", "formaction", "action", "ping", "http-equiv"})
_FOLLOWED: Final = frozenset({"", "http", "https", "mailto", "tel", "sms", "spbe"})
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]+")
_STYLE: Final = re.compile(r"url\s*\(|@import|expression\s*\(|image-set|\\|-moz-binding|behavior\s*:", re.IGNORECASE)
_PICTURE: Final = re.compile(r"data:image/(?:png|gif|jpe?g|webp|avif|svg\+xml)[;,]", re.IGNORECASE)
_CHOICES: Final = frozenset({"checkbox", "radio"})  # what extensions of Markdown make of task lists and tabs
_UNCLOSED: Final = re.compile(r"<!--(?!-?>)(?:(?!--!?>).)*\Z", re.DOTALL)
_DRAWN: Final = "mermaid"  # the theme would load a program from elsewhere for it


@dataclass(frozen=True, slots=True)
class ActivePart:
    """A part of a page that runs or loads something.

    ``part`` is what an author would look for (``<script>``, ``onclick``); ``line`` and ``column`` count from 1.
    """

    part: str
    line: int
    column: int


def active_parts(text: str) -> Iterator[ActivePart]:
    """Active content in the raw HTML of the Markdown ``text``; ``line`` and ``column`` are those of its element."""
    bare = without_code(text)
    if "<" not in bare:
        return
    for node in list(_elements(_parsed(bare))):
        for part in _parts(node):
            yield ActivePart(part, node.origin_line or 1, node.origin_col or 1)


def is_active(target: str) -> bool:
    """Whether following the link ``target`` would run something."""
    return _scheme(target) not in _FOLLOWED


def is_elsewhere(target: str) -> bool:
    """Whether showing what lies at ``target`` asks another host."""
    plain = _IGNORED.sub("", target).replace("\\", "/")
    return bool(_scheme(target)) or plain.startswith("//")


def cleaned(html: str, *, free: bool = False) -> str:
    """``html`` without comments and, unless it is ``free``, without active content; as it was if it has neither."""
    if "<" not in html:
        return html
    whole = _UNCLOSED.sub("", html)  # a browser would take everything behind it for the comment
    document = _parsed(whole, located=False)
    changed = _without_comments(document) or whole != html or "<!" in html or "<?" in html
    if not free:
        for node in list(_elements(document)):
            changed = _clean(node) or changed
    return str(document.to_html(pretty=False)) if changed else html


def _parsed(html: str, *, located: bool = True) -> Node:
    """``html`` as a browser takes it apart; where nodes are ``located``, ``<?x>`` and the like are text in it."""
    from justhtml import JustHTML

    return JustHTML(html, fragment=True, sanitize=False, track_node_locations=located).root


def _elements(node: Any) -> Iterator[Element]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        children = list(one.children or ())
        content = getattr(one, "template_content", None)
        waiting += reversed([*children, *([content] if content is not None else [])])
        if not one.name.startswith("#") and not one.name.startswith("!"):
            yield one


def _without_comments(node: Any) -> bool:
    found = False
    waiting = [node]
    while waiting:
        one = waiting.pop()
        for child in list(one.children or ()):
            if child.name in {"#comment", "#processing-instruction", "!doctype"}:
                one.remove_child(child)
                found = True
            else:
                waiting.append(child)
    return found


def _clean(node: Any) -> bool:
    """Take the active parts out of ``node``, or ``node`` out of what it stands in; whether there were any."""
    if not list(_parts(node)):
        return False
    if _is_active_element(node) or any(_loads_elsewhere(node, *pair) for pair in node.attrs.items()):
        if node.parent is not None:
            from justhtml import Text

            words = (node.attrs or {}).get("alt")
            if words:
                node.parent.insert_before(Text(words), node)
            node.parent.remove_child(node)
        return True
    for name in [name for name, value in node.attrs.items() if _attribute(node, name, value)]:
        if name.lower() == "class":
            node.attrs[name] = " ".join(word for word in node.attrs[name].split() if word.lower() != _DRAWN)
        else:
            del node.attrs[name]
    return True


def _parts(node: Any) -> Iterator[str]:
    if _is_active_element(node):
        yield f"<{node.name}>"
        return
    for name, value in (node.attrs or {}).items():
        if _attribute(node, name, value):
            yield name if name.lower() not in _LINKS | _LOADING | {"srcset", "class"} else f'{name}="{value}"'


def _is_active_element(node: Any) -> bool:
    name = node.name.lower().rpartition(":")[2]
    if name == "input":
        return str((node.attrs or {}).get("type") or "").lower() not in _CHOICES
    return bool(_ELEMENTS.fullmatch(name)) or (name == "style" and bool(_STYLE.search(node.to_text() or _raw(node))))


def _raw(node: Any) -> str:
    return "".join(str(child.data or "") for child in node.children or ())


def _attribute(node: Any, name: str, value: str | None) -> bool:
    """Whether an attribute is active content."""
    key, text = name.lower(), value or ""
    if key.startswith("on") or key in _NEVER:
        return True
    if key == "style":
        return bool(_STYLE.search(text))
    if key == "class":
        return _DRAWN in text.lower().split()
    if key in _PAINTED or key.startswith("marker"):
        return bool(_PAINT.search(text))
    if key in _LINKS and node.name.lower() in {"a", "area"}:
        return is_active(text)
    return _loads_elsewhere(node, name, value)


def _loads_elsewhere(node: Any, name: str, value: str | None) -> bool:
    key, text = name.lower(), value or ""
    if key == "srcset":
        return any(is_elsewhere(one.strip().split(" ")[0]) for one in text.split(",") if one.strip())
    if key not in _LOADING and not (key in _LINKS and node.name.lower() not in {"a", "area"}):
        return False
    return is_elsewhere(text) and not (node.name.lower() == "img" and _PICTURE.match(_IGNORED.sub("", text)))


def _scheme(target: str) -> str:
    """The scheme of ``target`` as a browser sees it, which passes over blanks and control characters."""
    plain = _IGNORED.sub("", target)
    match = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
    if match:
        return match[1].lower()
    try:
        return urlsplit(plain).scheme.lower()
    except ValueError:
        return ""
