"""A region's own templates: what cannot work is told by ``check``, and what fails while filled in has its line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from spbe.checks import open_region
from spbe.engines.own_templates.template_checks import template_problems
from spbe.engines.own_templates.template_families import NOT_OVERRIDDEN
from spbe.engines.preflight import preflight
from spbe.region.template_folders import shipped_templates
from support.regions import build_region

HOME = "site_templates/pages/beranda/ikhtisar.html.j2"
MAIN = "site_templates/overrides/main.html"


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return root


def test_copies_of_every_shipped_template_have_no_problem(minimal: Path) -> None:
    others = shutil.ignore_patterns(*NOT_OVERRIDDEN)
    shutil.copytree(shipped_templates(), minimal / "site_templates", ignore=others)

    assert template_problems(minimal) == []


@pytest.mark.parametrize("name", ["ci/github/dot-github/workflows/spbe-formulir.yml.j2", "init/mkdocs.yml.j2"])
def test_a_copy_of_what_no_page_is_made_with_is_told_as_without_effect(minimal: Path, name: str) -> None:
    put(minimal, f"site_templates/{name}", (shipped_templates() / name).read_text("utf-8"))

    assert [one.rule for one in template_problems(minimal)] == ["templat-kosong"]


@pytest.mark.parametrize(
    "text",
    [
        "{% if kosong is defined %}{{ kosong.isi }}{% endif %}",
        "{{ kosong | default('tak ada') }}",
        "{% set kosong = 1 %}{{ kosong }}",
        "{% for satu in parts %}{{ loop.index }} {{ satu }}{% endfor %}",
        "{% macro kosong(isi) %}{{ isi }}{% endmacro %}{{ kosong(page_title) }}",
        "{% include ['components/tak-ada.html.j2', 'components/trail.html.j2'] ignore missing %}",
        "{{ view.edition }} {{ region.profil.nama }} {{ heading(1, 'a', _('Beranda')) }} {{ 3 | angka }}",
    ],
)
def test_names_that_stand_for_something_are_no_problem(text: str, minimal: Path) -> None:
    assert template_problems(put(minimal, HOME, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        '{% extends "base.html" %}{% block content %}{{ page.content }}{{ lang.t("search") }}{% endblock %}',
        '{% extends "base.html" %}{% block styles %}{{ super() }}{% endblock %}',
        '{% extends "base.html" %}{% block footer %}{{ kata_sendiri }}{{ config.extra.kata }}{% endblock %}',
        '{% extends "base.html" %}{% block site_name %}{{ "." | url }}{% trans %}Kata{% endtrans %}{% endblock %}',
    ],
)
def test_overrides_may_use_what_the_theme_gives(text: str, minimal: Path) -> None:
    assert template_problems(put(minimal, MAIN, text)) == []


def test_a_template_that_a_page_names_is_not_unused(minimal: Path) -> None:
    put(minimal, "site_templates/overrides/poster.html", '{% extends "main.html" %}')
    assert [problem.rule for problem in template_problems(minimal)] == ["templat-kosong"]

    put(minimal, "content/poster.md", "---\ntemplate: poster.html\n---\n# Poster\n")
    assert template_problems(minimal) == []


def test_files_that_are_no_text_are_told(minimal: Path) -> None:
    put(minimal, HOME, "")
    (minimal / HOME).write_bytes(b"Caf\xe9")

    [problem] = template_problems(minimal)
    assert (problem.file, problem.rule) == (HOME, "templat-salah")


@pytest.mark.parametrize("place", ["site_templates", "site_templates/overrides", "site_templates/pages/lain"])
def test_links_out_of_the_region_are_told_and_not_followed(place: str, minimal: Path, tmp_path: Path) -> None:
    put(tmp_path / "luar", "rahasia.html", "{{")
    (minimal / place).parent.mkdir(parents=True, exist_ok=True)
    (minimal / place).symlink_to(tmp_path / "luar")

    found = [(one.rule, one.file) for one in preflight(open_region(minimal)).problems]
    assert found == [("tautan-keluar", place)]


def test_a_pipe_among_pages_is_no_place_to_look_for_templates(minimal: Path) -> None:
    put(minimal, HOME, "Halo")
    os.mkfifo(minimal / "content/pipa.md")

    assert template_problems(minimal) == []


CHECKED_TWICE = """
import pathlib, sys
import spbe.cli

def imported():
    try:
        spbe.cli.main(["check", "--root", sys.argv[1]])
    except SystemExit as end:
        print(end.code, *sys.modules.keys() & {"jinja2", "mkdocs"}, file=sys.stderr)

imported()
template = pathlib.Path(sys.argv[2])
template.parent.mkdir(parents=True)
template.write_text('{% extends "base.html" %}', "utf-8")
imported()
"""


def test_jinja_is_imported_only_for_templates_of_ones_own(minimal: Path) -> None:
    words = [sys.executable, "-c", CHECKED_TWICE, str(minimal), str(minimal / MAIN)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert done.stderr.splitlines() == ["0", "0 jinja2"]


FAULTS = {
    "page": (HOME, "{{ heading(1, 'a', 'b') }}\n{{ latest.tak_ada.isi }}\n", f"{HOME}:2:1: kesalahan: "),
    "override": (
        MAIN,
        '{% extends "base.html" %}\n{% block content %}\n{{ 1 / 0 }}\n{% endblock %}\n',
        f"{MAIN}:3:1: kesalahan: ",
    ),
    "name that is made": (
        MAIN,
        '{% extends "base.html" %}\n{% block content %}\n{% include "x" ~ 1 %}{% endblock %}',
        f"{MAIN}:3:1: kesalahan: ",
    ),
    "front matter": (
        "content/uji.md",
        "---\ntitle: Uji\ntemplate: x.html\n---\n# Uji\n",
        "content/uji.md:3:11: kesalahan: ",
    ),
}


@pytest.mark.slow
def test_what_fails_while_a_template_is_filled_in_is_told_with_file_and_line(minimal: Path) -> None:
    (minimal / "site").mkdir()
    (minimal / "site/index.html").write_text("lama", "utf-8")
    (minimal / "site/aset").mkdir()
    (minimal / "site/aset/spbe.css").write_text("", "utf-8")
    for name, text, place in FAULTS.values():
        put(minimal, name, text)
        done = build_region(minimal)
        (minimal / name).unlink()

        assert done.returncode == 1, (place, done.stderr)
        assert place in done.stderr
        assert "Traceback" not in done.stderr
        assert "tidak dapat ditulis" not in done.stderr
        assert (minimal / "site/index.html").read_text("utf-8") == "lama"


def test_the_rules_of_templates_are_told_by_check(minimal: Path) -> None:
    put(minimal, HOME, "{{ tak_ada }}")

    assert [problem.rule for problem in preflight(open_region(minimal)).problems] == ["templat-nama"]


@pytest.mark.parametrize("name", [HOME, "site_templates/components/uji.html.j2"])
@pytest.mark.parametrize("text", ["\n{{ 1 / 0 }}", "\n{{ 5 + page_title }}", "\n{{ page_title.tak_ada.isi }}"])
def test_a_fault_while_filling_in_is_called_templat_gagal(name: str, text: str, minimal: Path) -> None:
    from spbe.engines.own_templates.template_faults import problem_of
    from spbe.site.templates import TemplateFaultError, environment, filled

    put(minimal, name, text)
    with pytest.raises(TemplateFaultError) as fault:
        filled(environment(minimal), name.removeprefix("site_templates/"), {"page_title": "Beranda"})

    problem = problem_of(fault.value, minimal)
    assert (problem.rule, problem.line, problem.file) == ("templat-gagal", 2, name)
