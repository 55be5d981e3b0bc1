"""Sites of an edition are the same to the last byte whatever it hides: planned in memory, and built with all files.

The sample and the same sample with hidden records of every sort, related in every direction, hidden values in the
fields of open records, and a draft are compared. With the reduction switched off the same comparison finds pages full
of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spbe.editions import INTERNAL, Audience, Edition
from spbe.editions import reduction as reduction_module
from spbe.engines.publishing import Options, prepare
from spbe.engines.running import build_site, load_settings
from spbe.model.kinds import KINDS
from spbe.model.record import Record
from spbe.site import Site
from support import concealment
from support.canaries import contents, write
from support.concealment import BY_KIND, SORTS, Sort
from support.regions import ROOT, copy_region

pytestmark = pytest.mark.slow

DAY = date(2026, 4, 1)
OPD = "kantor-lain"
READERS: tuple[tuple[Edition, str | None], ...] = (("publik", None), ("opd", OPD))

ALONE = frozenset({"perangkat_daerah", "induk", "menggantikan"})
"""Relations that would make a circle here, or have one end only; each is tried alone in the tests of editions."""


@dataclass(frozen=True)
class Pair:
    """A region, and the same with things that readers of ``edition`` may not see."""

    edition: Edition
    opd: str | None
    before: Path
    after: Path

    @property
    def options(self) -> Options:
        """For whom both are built."""
        return Options(Audience(self.edition, self.opd), DAY)


def host(sort: Sort, **more: Any) -> dict[str, Any]:
    """The open record of ``sort`` that names, or is named by, what is hidden; none is the reader's own."""
    owner = {} if sort.slug == "perangkat-daerah" else {"perangkat_daerah": "diskominfo"}
    return sort.record(sort.node("buka"), **owner, **more)


def place(sort: Sort, prefix: str) -> str:
    """The file of a record."""
    return f"{KINDS[sort.slug].folder}/{sort.node(prefix).id}.yaml"


def conceal(root: Path, edition: Edition) -> None:
    """Write into the region at ``root`` everything that ``edition`` hides, related in every direction."""
    hidden = ("terbatas", "tertutup") if edition == "publik" else ("tertutup",)
    for sort in SORTS:
        named = {name: value for name, value in concealment.reference_fields(sort.model, "buka") if name not in ALONE}
        for klasifikasi in hidden:
            later = {"rencana": named} if issubclass(sort.model, Record) else {}
            raw = sort.record(sort.node(klasifikasi), klasifikasi=klasifikasi, **named, **later)
            write(root, place(sort, klasifikasi), raw)
        told = dict(concealment.unseen_fields(sort, edition, None))
        told |= dict(concealment.reference_fields(sort.model, hidden[-1]))
        told = {name: value for name, value in told.items() if name not in ALONE}
        later = {"rencana": told} if issubclass(sort.model, Record) else {}
        write(root, place(sort, "buka"), host(sort, **told, **later))
    answer = {"catatan_internal": "Rahasia.", "bukti": [BY_KIND["bukti"].node("tertutup").id]}
    write(root, "indicators/2025/I2.yaml", ANSWER | answer)
    if edition == "publik":
        head = {"tahun": "2027", "instrumen": "permenpanrb-8-2026", "target_indeks": "4.00"}
        write(root, "indicators/2027/penilaian.yaml", head)
        write(root, "indicators/2027/nilai.yaml", {f"I{number}": {"mandiri": "3"} for number in range(1, 21)})


ANSWER = {"perangkat_daerah": "diskominfo", "fakta": "Ada."}
"""The answer to one indicator that both regions have."""


def pair(folder: Path, source: Path, edition: Edition, opd: str | None) -> Pair:
    """Both regions, with an open record of every sort that names nothing in the first one."""
    before, after = (copy_region(source, folder / name) for name in ("sebelum", "sesudah"))
    for root in (before, after):
        for sort in SORTS:
            write(root, place(sort, "buka"), host(sort))
        write(root, f"architecture/perangkat-daerah/{OPD}.yaml", {"id": OPD, "nama": "Kantor Lain"})
        write(root, "indicators/2025/I2.yaml", ANSWER)
    conceal(after, edition)
    return Pair(edition, opd, before, after)


@pytest.fixture(scope="module", params=READERS, ids=lambda reader: reader[0])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    edition, opd = request.param
    return pair(tmp_path_factory.mktemp(edition), ROOT, edition, opd)


def planned(root: Path, options: Options) -> Site:
    opened, site = prepare(root, options, "id")
    assert site is not None, [one for one in opened.problems if one.severity == "error"]
    return site


def written(site: Site) -> object:
    """What is published of ``content/``, wherever the region lies."""
    pages = [(page.uri, page.text, page.meta) for page in site.written.pages]
    return pages, [(place, path.read_bytes()) for place, path in site.written.files], site.written.free


def differences(one: Site, other: Site) -> Iterator[str]:
    """What two planned sites do not have in common, by the names of their parts and the addresses of their pages."""
    for part in fields(Site):
        mine, its = getattr(one, part.name), getattr(other, part.name)
        if part.name == "pages":
            pages, others = ({page.address: page for page in found} for found in (mine, its))
            yield from (f"page {address}" for address in pages.keys() ^ others.keys())
            yield from (f"page {name}" for name, page in pages.items() if name in others and page != others[name])
            mine, its = ([page.address for page in found] for found in (mine, its))
        elif part.name == "assets":
            files, others_ = ({asset.path: asset.content for asset in found} for found in (mine, its))
            yield from (
                f"file {path}" for path in files.keys() | others_.keys() if files.get(path) != others_.get(path)
            )
        elif part.name == "written":
            mine, its = written(one), written(other)
        if mine != its:
            yield part.name


def test_no_page_and_no_file_of_the_plan_changes(sample: Pair) -> None:
    found = [planned(root, sample.options) for root in (sample.before, sample.after)]
    assert len(found[0].pages) > 500
    assert sorted(differences(*found)) == []


def test_administrators_see_every_hidden_record(sample: Pair) -> None:
    site = planned(sample.after, Options(INTERNAL, DAY))
    prefixes = ("terbatas", "tertutup") if sample.edition == "publik" else ("tertutup",)
    hidden = [sort.node(prefix) for sort in SORTS for prefix in prefixes]
    missing = [node for node in hidden if f"{node.kind}/{node.id}" not in site.records]
    assert missing == []


@pytest.mark.parametrize("kind", ["everything", *KINDS])
def test_the_same_comparison_finds_what_a_broken_reduction_lets_through(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the smallest region: with all records shown, or with the hidden records of one kind."""
    small = pair(tmp_path, ROOT / "tests" / "data" / "minimal", "publik", None)
    if kind == "everything":
        everything = frozenset({"terbuka", "terbatas", "tertutup"})
        monkeypatch.setattr(reduction_module, "_SHOWN", dict.fromkeys(("publik", "opd", "internal"), everything))
    else:
        for path in (small.after / KINDS[kind].folder).glob("te*-*.yaml"):
            path.write_text(path.read_text("utf-8").replace('"tertutup"', '"terbuka"', 1), "utf-8")
    found = [planned(root, small.options) for root in (small.before, small.after)]
    assert [one for one in differences(*found) if one.startswith("page ")] != []


@pytest.mark.parametrize(("edition", "opd"), READERS)
def test_no_byte_of_a_whole_site_changes(tmp_path: Path, edition: Edition, opd: str | None) -> None:
    """Every file that is built, search with what is packed inside it too."""
    small = pair(tmp_path, ROOT / "tests" / "data" / "minimal", edition, opd)
    sites = []
    for root in (small.before, small.after):
        site = build_site(load_settings(root), Options(Audience(edition, opd), DAY))
        assert site is not None
        sites.append(dict(contents(site)))
    before, after = sites
    assert any("!" in name for name in before), "packed files are opened"
    assert sorted(before.keys() ^ after.keys()) == []
    assert [name for name, content in before.items() if after[name] != content] == []


def test_what_is_concealed_is_sound_and_not_little(sample: Pair) -> None:
    written = [path for path in sample.after.rglob("*.yaml") if path.stem.startswith(("terbatas-", "tertutup-"))]
    assert len(written) >= len(SORTS)
    related = [path for path in written if len(json.loads(path.read_text("utf-8"))) > 4]
    assert len(related) > len(written) // 2
