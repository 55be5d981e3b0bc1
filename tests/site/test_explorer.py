"""The file that the explorer reads: all relations that may be seen, none that may not, in few bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.editions import PUBLIC, Edition
from spbe.history import view_of
from spbe.model.kinds import architecture_kinds
from spbe.site.graphdata import graph_file, graph_of
from support.record_neighbours import neighbours, records_in
from support.regions import ROOT, open_fast

Key = tuple[str, str]

EXPLORED = architecture_kinds()
"""Evidence is related to answers, and risks are for the administrators."""


@pytest.fixture(scope="module")
def view() -> Edition:
    return view_of(open_fast(ROOT), PUBLIC)


def read(content: bytes) -> Any:
    """The value that the script leaves behind."""
    text = content.decode()
    text = text.removeprefix("globalThis.spbeJelajahData=JSON.parse('").removesuffix("');\n")
    return json.loads(text.replace("\\'", "'").replace("\\\\", "\\"))


def test_it_has_the_relations_that_the_files_tell_and_no_others(view: Edition) -> None:
    graph = graph_of(view)
    keys = [(kind, node[0]) for kind, nodes in zip(EXPLORED, graph["simpul"], strict=True) for node in nodes]
    found: dict[Key, set[Key]] = {key: set() for key in keys}
    for source, told in enumerate(graph["sisi"]):
        for target in told[1::2]:
            found[keys[source]].add(keys[target])
            found[keys[target]].add(keys[source])

    assert found == neighbours(ROOT)
    assert sum(map(len, found.values())) > 1000


def test_it_has_every_record_that_all_may_see_with_its_name_and_state(view: Edition) -> None:
    graph = graph_of(view)
    found = {
        (kind, node[0]): (node[1], graph["keadaan"][node[2] if len(node) > 2 else 0][0])
        for kind, nodes in zip(EXPLORED, graph["simpul"], strict=True)
        for node in nodes
    }
    states = {"dihentikan", "rencana"}
    written = records_in(ROOT)

    assert {key: name for key, (name, _state) in found.items()} == {key: one["nama"] for key, one in written.items()}
    assert {key for key, (_name, state) in found.items() if state in states} == {
        key for key, one in written.items() if one.get("keadaan") in states
    }


def test_nothing_hidden_is_in_it(view: Edition) -> None:
    content = graph_file(view).content.decode()
    whole = open_fast(ROOT).region
    hidden = [record for node, record in whole.nodes() if node.kind in EXPLORED and view.region.get(node) is None]

    assert len(hidden) > 3
    assert [record.nama for record in hidden if record.nama in content] == []
    assert [record.id for record in hidden if f'"{record.id}"' in content] == []


def test_a_former_id_leads_to_the_present_record(view: Edition) -> None:
    graph = graph_of(view)
    nodes = [f"{kind}/{node[0]}" for kind, some in zip(EXPLORED, graph["simpul"], strict=True) for node in some]

    assert nodes[graph["dahulu"]["aplikasi/simpeg-baru"]] == "aplikasi/simpeg"


def test_hostile_names_stay_names(minimal: Path) -> None:
    name = "a'b\\c</script>\u2028\"d"
    path = next((minimal / "architecture").rglob("*.yaml"))
    text = path.read_text("utf-8")
    [old] = [line for line in text.splitlines() if line.startswith("nama:")]
    path.write_text(text.replace(old, f"nama: {json.dumps(name)}"), "utf-8")
    made = graph_file(view_of(open_fast(minimal), PUBLIC)).content

    assert name in [node[1] for nodes in read(made)["simpul"] for node in nodes]
    assert b"'b" not in made.replace(b"\\'b", b"")


def test_the_same_data_gives_the_same_bytes() -> None:
    first, second = (graph_file(view_of(open_fast(ROOT), PUBLIC)).content for _ in range(2))

    assert first == second


def test_only_this_page_names_the_library_and_the_data(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    naming = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if any(word in path.read_text("utf-8") for word in ("cytoscape", "aset/jelajah/"))
    }

    assert naming == {"arsitektur/jelajah/index.html"}


def test_record_pages_lead_to_the_explorer_with_the_record_chosen(built: Callable[[str], Path]) -> None:
    page = LexborHTMLParser((built("arunika") / "arsitektur/aplikasi/simpeg/index.html").read_text("utf-8"))

    [link] = [one for one in page.css("a[href]") if "jelajah/?" in (one.attributes["href"] or "")]
    assert link.attributes["href"] == "../../jelajah/?dari=aplikasi/simpeg"
    assert link.text() == "Jelajahi hubungan ini"
