"""The staff guide as a program: what each marked block of a page does.

A block of YAML is written to the file that is named, in backticks, at the end of the line above it. Everything else
is marked by an HTML comment right above the fenced block or table:

``isi: PATH``     the file already holds exactly this;
``ada: FOLDER``   the first column of the table names what is there;
``nginx: NAME``   settings that the real server reads, in ``test_nginx.py``;
``perintah``      lines that begin with ``$`` are run, what follows each is its output; ``kode 1`` is the exit code,
                  ``sampai dihentikan`` starts the command and stops it once it speaks.

``wilayah: kosong`` at the top of a page starts it in an empty folder, otherwise it starts in the minimal region.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "content" / "panduan"
PAGES = {path.stem: path for path in sorted(GUIDE.glob("*.md")) if path.stem != "aturan"}
"""All that people wrote; the page of rules is made from the rules and the broken files that prove them."""

_MARKED = re.compile(
    r"^(?:<!-- (?P<what>isi|ada|perintah|nginx)(?:: (?P<about>[^\n]+?))? -->|[^\n]*`(?P<file>[^`\n]+\.yaml)`:)\n\n"
    r"(?P<body>```\w+\n(?P<code>.*?)^```$|(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
_FENCE = re.compile(r"^```(\w*)", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """One block, ``text``: ``what`` (``berkas``, ``isi``, ``ada``, ``nginx``, ``perintah``) is done with ``about``."""

    what: str
    about: str
    text: str
    line: int


@dataclass(frozen=True)
class Run:
    """A command as shown, and the output shown below it."""

    command: str
    output: str


def steps(text: str) -> list[Step]:
    """The marked blocks of a page in order."""
    return [
        Step(
            found["what"] or "berkas",
            found["about"] or found["file"] or "",
            found["code"] if found["code"] is not None else found["body"],
            text.count("\n", 0, found.start()) + 1,
        )
        for found in _MARKED.finditer(text)
    ]


def starts_empty(text: str) -> bool:
    """Whether the page begins in an empty folder."""
    return text.startswith("<!-- wilayah: kosong -->\n")


def runs(step: Step) -> list[Run]:
    """The commands of a ``perintah`` block with their outputs."""
    parts = re.split(r"^\$ (.+)\n", step.text, flags=re.MULTILINE)
    return [Run(command, output) for command, output in zip(parts[1::2], parts[2::2], strict=True)]


def fences(text: str) -> int:
    """How many fenced blocks a page has."""
    return len(_FENCE.findall(text)) // 2
