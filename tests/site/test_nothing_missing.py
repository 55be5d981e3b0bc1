"""Everything public that a region's YAML says can be read on its site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from spbe.editions import PUBLIC, redact
from spbe.model.base import Base
from spbe.model.choices import choices_of
from spbe.model.references import direct_references
from spbe.scoring.outcomes import outcomes
from support.built_sites import pages_of
from support.regions import REGIONS, open_fast

UNTOLD = {
    "id",  # the address, or the row's anchor, says it
    "logo",  # a picture
    "ikon",  # likewise
    "warna",  # a colour
    "berkas",  # a link
    "instrumen",  # told by its name and title
    "indikator",  # told by its code and the name of its instrument
    "publikasi",  # what is not published is not there
}
"""Fields that a page tells in another way than by their text."""


def texts_in(part: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a record but its references, with its path; codes of closed lists as their labels."""
    if isinstance(part, Base):
        for name in part.model_fields_set:
            if name not in {"klasifikasi", "rencana"} and name not in direct_references(type(part)):
                choice = choices_of(type(part)).get(name)
                for inner, text in texts_in(getattr(part, name), (*path, name)):
                    yield inner, choice.nilai.get(text, text) if choice else text
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from texts_in(value, (*path, str(key)))
    elif isinstance(part, tuple | list):
        for value in part:
            yield from texts_in(value, path)
    elif isinstance(part, str):
        yield path, part


@pytest.mark.parametrize("name", ["arunika", "bandar-lampung", "madiun"])
def test_every_public_text_of_the_data_stands_on_some_page(name: str, built: Callable[[str], Path]) -> None:
    site = built(name)
    opened = open_fast(REGIONS[name])
    region = redact(opened.region, outcomes(opened.region), PUBLIC).region
    pages = [page for address, page in pages_of(site).items() if address.endswith("/")]
    # What many pages repeat is looked at once.
    told = dict.fromkeys(line for page in pages for line in page.body.text(separator="\n").splitlines())
    links = {link.attributes.get("href") for page in pages for link in page.css("a[href]")}
    words = "".join("".join(told).split())
    parts: list[tuple[str, Base]] = [(f"{node.kind}/{node.id}", record) for node, record in region.nodes()]
    parts += [("profil", region.profil), ("tim", region.teams)]
    for assessment in region.assessments.values():
        parts.append((assessment.nama, assessment.penilaian))
        parts += [(f"{assessment.nama}/{code}", answer) for code, answer in assessment.answers.items()]

    missing = [
        (where, ".".join(path), text)
        for where, part in parts
        for path, text in texts_in(part)
        if not UNTOLD & set(path) and "".join(text.split()) not in words and text not in links
    ]

    assert missing == []
    assert len(parts) > 2
