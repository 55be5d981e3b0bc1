"""The address finds the code: who sees a page knows its module, template and styles by the words of the address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from spbe.editions import INTERNAL, PUBLIC, redact
from spbe.scoring.outcomes import outcomes
from spbe.site import plan
from spbe.site.addresses import FORMS, PROBLEMS
from spbe.site.page import family_of
from spbe.site.page_paths import page_paths
from spbe.site.styles import PARTS
from support.regions import REGIONS, ROOT, open_fast

CODE = ROOT / "generator/spbe/site/pages"
TEMPLATES = ROOT / "site_templates/pages"
STYLES = ROOT / "site_templates/styles"


def form_of(address: str) -> str:
    """The form of an address: of those that fit the one that says most."""
    first = re.sub(r"halaman_\d+/$", "", address)
    fitting = [form for form in FORMS if re.fullmatch(re.sub(r"<[^>]+>", "[^/]+", form), first)]
    assert fitting, f"{address} has none of the forms in site/addresses.py"
    return min(fitting, key=lambda form: form.count("<"))


@pytest.mark.parametrize("region", REGIONS)
def test_every_page_is_made_where_its_address_says(region: str) -> None:
    root = REGIONS[region]
    whole = open_fast(root).region
    site = plan(redact(whole, outcomes(whole), INTERNAL), root)
    paths = page_paths()
    wrong = {page.address: page.kind for page in site.pages if page.kind != family_of(paths[form_of(page.address)])}
    assert wrong == {}
    if region == "arunika":  # the sample has a page of every form
        assert {form_of(page.address) for page in site.pages} == set(FORMS) - {PROBLEMS}


def test_every_form_of_address_has_its_code_and_its_template() -> None:
    paths = set(page_paths().values())
    assert {path for path in paths if not (CODE / f"{path}.py").is_file()} == set()
    assert {template(file) for file in TEMPLATES.rglob("*.j2")} == paths


def test_the_code_of_a_page_begins_with_its_address() -> None:
    first = {form: (CODE / f"{path}.py").read_text("utf-8") for form, path in page_paths().items()}
    assert [form for form, text in first.items() if not text.startswith(f'"""``{form}``: ')] == []


@pytest.mark.parametrize(
    ("form", "path"),
    [
        ("/", "beranda/ikhtisar"),
        ("/unduhan/", "unduhan/ikhtisar"),
        ("/indeks/<penilaian>/", "indeks/penilaian"),
        ("/indeks/<penilaian>/masa-berlaku/", "indeks/masa_berlaku"),
        ("/arsitektur/dampak/", "arsitektur/dampak"),
        ("/arsitektur/<katalog>/<catatan>/dampak/", "arsitektur/catatan_dampak"),
        ("/arsitektur/cakupan/", "arsitektur/cakupan/ikhtisar"),
        ("/kualitas-data/perangkat-daerah/", "kualitas_data/perangkat_daerah"),
    ],
)
def test_the_rule_is_that_of_the_docs(form: str, path: str) -> None:
    assert page_paths()[form] == path


def test_the_list_of_addresses_names_every_file_of_every_page() -> None:
    listed = set(re.findall(r"`([^`]+/pages/[^`]+)`", (ROOT / "docs/rujukan/alamat.md").read_text("utf-8")))
    paths = set(page_paths().values())
    code = {f"site/pages/{path}.py" for path in paths}
    shown = {file.relative_to(ROOT).as_posix() for folder in (TEMPLATES, STYLES / "pages") for file in files(folder)}
    assert listed == code | shown


def template(file: Path) -> str:
    return file.relative_to(TEMPLATES).as_posix().removesuffix(".html.j2")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_bracket_means_one_thing() -> None:
    above: dict[str, set[str]] = {}
    for form in FORMS:
        for bracket in re.finditer("<[^>]+>", form):
            above.setdefault(bracket[0], set()).add(form[: bracket.start()])
    assert {word: places for word, places in above.items() if len(places) > 1} == {}


def test_nothing_is_rendered_before_somebody_asks() -> None:
    whole = open_fast(ROOT).region
    site = plan(redact(whole, outcomes(whole), PUBLIC), ROOT)
    assert {repr(page.body) for page in site.pages} == {"Later(…)"}
    assert {repr(site.files), repr(site.findings), repr(site.feed_file)} == {"Later(…)"}


def test_every_part_of_the_style_sheet_belongs_to_a_component_a_page_or_all() -> None:
    files = {path.relative_to(STYLES).with_suffix("").as_posix() for path in STYLES.rglob("*.css")}
    assert files == set(PARTS)
    assert {part.removeprefix("pages/") for part in PARTS if part.startswith("pages/")} <= set(page_paths().values())
