"""Words that no office uses are gone: from every page of the sample, messages, guide, field descriptions and data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from support.built_sites import pages_of
from support.regions import ROOT

GONE = yaml.safe_load((ROOT / "tests/data/gone-words.yaml").read_text("utf-8"))
WRITTEN = ("README.md", "content/**/*.md", "docs/kesesuaian.md", "docs/rujukan/*.md", "skema/*.json")
DATA = ("content/*.yaml", "indicators/**/*.yaml", "architecture/**/*.yaml", "site_templates/init/**/*")
SAID_IN = ("title", "aria-label", "alt", "placeholder", "content")
"""Attributes that are read aloud or shown."""


def pattern(word: dict[str, object]) -> re.Pattern[str]:
    """``word`` where it does not stand within one of its exceptions."""
    kept = word.get("kecuali", [])
    assert isinstance(kept, list)
    return re.compile("|".join([*map(re.escape, kept), f"(?P<gone>{word['kata']})"]))


def held(texts: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Place to what of the list stands there, and what to write instead; equal lines are looked at once."""
    lines = {line.strip(): place for place, text in texts for line in text.splitlines()}
    everything = "\n".join(lines)
    found: dict[str, set[str]] = {}
    for word in GONE:
        for match in pattern(word).finditer(everything):
            if match["gone"] is not None:
                start = everything.rfind("\n", 0, match.start()) + 1
                line = everything[start : everything.find("\n", match.start()) % (len(everything) + 1)]
                found.setdefault(lines[line], set()).add(f"{match['gone']} → {word['ganti']}: {line[:120]}")
    return found


def messages() -> Iterator[tuple[str, str]]:
    with (ROOT / "generator/spbe/i18n/en.po").open("rb") as stream:
        for message in read_po(stream):
            yield f"msgid {message.id!r}", str(message.id)


def files(*globs: str) -> Iterator[tuple[str, str]]:
    for glob in globs:
        for path in sorted(ROOT.glob(glob)):
            if path.is_file():
                yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for address, shared in pages_of(site).items():
        page = shared.clone()
        page.strip_tags(["script", "style"])
        said = [node.attributes.get(name) or "" for name in SAID_IN for node in page.css(f"[{name}]")]
        yield address, "\n".join([page.text(separator="\n"), *said])


@pytest.mark.parametrize("word", GONE, ids=lambda word: word["ganti"])
def test_a_gone_word_is_found_where_it_stands_and_not_in_what_replaces_it(word: dict[str, str]) -> None:
    assert held([("here", f"Lihat {word['contoh']}")]).keys() == {"here"}
    assert pattern(word).search(word["contoh"])
    assert not any(one["gone"] for one in pattern(word).finditer(f"Lihat {word['ganti']} di sini."))
    for kept in word.get("kecuali", []):
        assert not any(one["gone"] for one in pattern(word).finditer(f"Lihat {kept}, ya."))


def test_no_message_guide_description_or_record_holds_a_gone_word() -> None:
    assert held([*messages(), *files(*WRITTEN, *DATA)]) == {}


def test_no_page_of_the_sample_holds_a_gone_word(built: Callable[[str], Path]) -> None:
    assert held(pages(built("arunika"))) == {}
