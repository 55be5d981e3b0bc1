"""Which bodies a preview keeps is read off the words of templates: never one that may have become another."""

from __future__ import annotations

import jinja2
import pytest

from spbe.site.page import Html
from spbe.site.render_cache import RenderCache
from spbe.site.templates import TemplateFaultError

PART = {"bagian.j2": "{% macro nama() %}nama{% endmacro %}bagian"}


def _kept(text: str) -> bool:
    """Whether the body made by the template ``text`` is kept while the region becomes another."""
    cache, bodies = RenderCache(), []
    env = jinja2.Environment(loader=jinja2.DictLoader({"pages/satu.html.j2": f"<p>{text}", **PART}), autoescape=True)
    for name in ("lama", "baru"):
        whole = {"region": {"nama": name}, "view": {"nama": name}}
        bodies.append(cache.body(env, "satu", "/satu/", {"isi": {"region": "wilayah"}}, whole))
    old, new = bodies
    return old is new


@pytest.mark.parametrize(
    "text",
    [
        "<div role='region'>view</div>",
        "{# region #}{{ isi.region }}{{ 'region' }}",
        "{% include 'bagian.j2' %}",
        "{% from 'bagian.j2' import nama with context %}{{ nama() }}",
        "{%- import 'bagian.j2' as region_ -%}{{ region_.nama() }}",
    ],
)
def test_what_does_not_look_at_the_region_is_kept(text: str) -> None:
    assert _kept(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ region.nama }}",
        "{% set semua = view %}{{ semua.nama }}",
        "{{ {'a': {'b': 1}} and region.nama }}",
        "{{ '}}' and view['nama'] }}",
        "{% if 'lama' in region.nama %}lama{% endif %}",
        "{% include 'bagian' ~ '.j2' %}",
        "{% include 'bagian.j2' if isi else 'pages/satu.html.j2' %}",
        "{% include isi.region ignore missing %}",
    ],
)
def test_what_may_look_at_the_region_is_made_anew(text: str) -> None:
    assert not _kept(text)


def test_a_part_that_looks_at_the_region_tells_of_those_that_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PART, "bagian.j2", "{{ region.nama }}")

    assert not _kept("{% include 'bagian.j2' %}")
    assert _kept("isi"), "the page must not name it"


def test_blocks_are_what_is_kept() -> None:
    env = jinja2.Environment(loader=jinja2.DictLoader({"pages/satu.html.j2": "isi"}), autoescape=True)

    assert RenderCache().body(env, "satu", "/satu/", {}, {}) == (Html("isi"),)


@pytest.mark.parametrize("broken", ["{% include %}", "{% include", "x{% import 'bagian.j2'", "{{ 'lama"])
def test_a_template_that_ends_too_soon_is_left_to_those_who_tell_of_it(broken: str) -> None:
    with pytest.raises(TemplateFaultError):
        _kept(broken)
