"""The staff guide as a program: what each marked block of a page does.

A block of YAML or CSV is written to the file that is named, in backticks, at the end of the line above it. Everything
else is marked by an HTML comment right above the fenced block or table:

``isi: PATH``     the file already holds exactly this;
``ada: FOLDER``   the first column of the table names what is there;
``jawab: PATH``   in the workbook to decide in, the question about the record of the first column gets the answer of
                  the second;
``nginx: NAME``   settings that the real server reads, in ``test_nginx.py``;
``perintah``      lines that begin with ``$`` are run, what follows each is its output, a line ``…`` in it any number of
                  lines; ``kode 1`` is the exit code, ``sampai dihentikan`` starts the command and stops it once it
                  speaks.

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
    r"^(?:<!-- (?P<what>isi|ada|jawab|perintah|nginx)(?:: (?P<about>[^\n]+?))? -->"
    r"|[^\n]*`(?P<file>[^`\n]+\.(?:yaml|csv))`:)\n\n"
    r"(?P<body>```\w+\n(?P<code>.*?)^```$|(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
_FENCE = re.compile(r"^```(\w*)", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """One block, ``text``: ``what`` is done with ``about``: ``berkas``, or what the comment above it says."""

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


def said_as_shown(said: str, shown: str) -> bool:
    """Whether ``said`` is ``shown``, in which a line ``…`` stands for any lines."""
    parts = re.split(r"^…\n", shown, flags=re.MULTILINE)
    return re.fullmatch("(?:.*\n)*?".join(map(re.escape, parts)), said) is not None


def answers(step: Step) -> dict[str, str]:
    """What a ``jawab`` table says: the record of each question, and the answer to it."""
    rows = (line.strip("|").split("|") for line in step.text.splitlines()[2:])
    return {name.strip(): answer.strip() for name, answer in rows}


def fences(text: str) -> int:
    """How many fenced blocks a page has."""
    return len(_FENCE.findall(text)) // 2
