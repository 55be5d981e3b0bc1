"""What search reads: a document for every record, and one for every other page.

Records are found by what they say themselves. A page that lists records is found by its title, headings and
paragraphs only, so that a hit leads to the record and not to a table in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from jinja2 import Environment, Template
from mkdocs.structure.files import Files

from spbe.engines.hand_written.written_pages import html_text
from spbe.engines.mkdocs.ready_page import ReadyPage
from spbe.engines.search.pagefind import Findable
from spbe.i18n import gettext as _
from spbe.i18n import speaking
from spbe.site import Page as PlannedPage
from spbe.site import SearchEntry
from spbe.site.addresses import GUIDE
from spbe.site.search_entries import ABOUT, ABOUT_LENGTH, ANSWERS, APART, BESIDE, GENERAL, MARKED
from spbe.standards.terms import Terms, shipped_terms

UNSEARCHED: Final = frozenset({"beranda", "masalah", "arsitektur-catatan-dampak"})
"""Families of pages that search leaves out; the last is a further part of a record's page, with its name."""
PROSE: Final = frozenset({"panduan", "metodologi", "tata-kelola", "indeks-ulasan"})
"""Families of pages that say more than they list; hand-written pages are such, too."""
LINKS: Final = 2
"""More of them in a paragraph make a list of it."""

_FURTHER: Final = "/halaman_"
"""In the address of a page that has but further rows of a table; no id has such a mark."""
_ASIDE: Final = re.compile(r"<(nav|svg|script|table|form)\b.*?</\1>", re.DOTALL)
_GIST: Final = re.compile(r"<(h[1-4]|p)\b[^>]*>.*?</\1>", re.DOTALL)
_FOLDED: Final = re.compile(r"<details\b.*?</details>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")


def findable(files: Files, entries: Iterable[SearchEntry], env: Environment, language: str) -> Iterator[Findable]:
    """Everything that search may find but the home page, which only leads to the others."""
    entries = tuple(entries)
    told = {entry.address for entry in entries}
    write = _Writer(env.get_template("partials/spbe-temuan.html"), language, shipped_terms())
    for file in files.documentation_pages():
        page = file.page
        planned = page.planned if isinstance(page, ReadyPage) else None
        address = file.url.removeprefix("./")
        if page is None or (planned and (planned.kind in UNSEARCHED or _FURTHER in planned.address)):
            continue
        if planned is not None and planned.address in told:
            continue
        content, title = page.content or "", planned.title if planned else html_text(str(page.title or ""))
        if planned is not None and planned.search:
            yield write(address, title, {**planned.search, **_asked(planned)}, content)
        elif planned is None or planned.kind in PROSE:
            yield write(address, title, _of_page(address, planned, language), _ASIDE.sub(" ", content))
        else:
            facets = _of_page(address, planned, language)
            yield write(address, title, facets, _gist(content), (planned.description,))
    for entry in entries:
        yield write(entry.address.lstrip("/"), entry.title, entry.search, "", entry.words, entry.beside, headed=False)


class _Writer:
    def __init__(self, template: Template, language: str, terms: Terms) -> None:
        self._template, self._language, self._terms = template, language, terms

    def __call__(
        self,
        address: str,
        title: str,
        facets: Mapping[str, str],
        content: str,
        words: tuple[str, ...] = (),
        beside: tuple[str, ...] = (),
        *,
        headed: bool = True,
    ) -> Findable:
        """``content`` is HTML, with its own heading if ``headed``; ``words`` and ``beside`` are texts below it."""
        told = " ".join((_TAG.sub(" ", content), *words, *beside, *facets.values()))
        named, mentioned = map(", ".join, self._terms.others(title, told))
        html = self._template.render(
            title="" if headed else title,
            content=content,
            words=words,
            beside=beside,
            facets=facets,
            named=named,
            mentioned=mentioned,
            language=self._language,
        )
        return Findable(address, html)


def _gist(content: str) -> str:
    """The headings and paragraphs of a page, without what is folded, stands in tables, or is but a row of links."""
    shown = _FOLDED.sub(" ", _ASIDE.sub(" ", content))
    return "".join(match[0] for match in _GIST.finditer(shown) if match[0].count("<a ") <= LINKS)


def _of_page(address: str, planned: PlannedPage | None, language: str) -> dict[str, str]:
    with speaking(language):
        if planned and planned.kind == "indeks-penilaian":
            kind = _("Penilaian")
        elif address.startswith(GUIDE.lstrip("/")):
            kind = _("Panduan")
        else:
            kind = _("Halaman")
    return {"jenis": kind, GENERAL: MARKED, **(_asked(planned) if planned else {})}


def _asked(planned: PlannedPage) -> dict[str, str]:
    """What search is told of a page beside its facets: what it is, what it answers, whether it stands beside others."""
    told = {ABOUT: planned.description[:ABOUT_LENGTH], ANSWERS: APART.join(planned.questions)}
    return {**told, BESIDE: MARKED} if planned.beside else told
