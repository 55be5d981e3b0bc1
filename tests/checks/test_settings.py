"""``mkdocs.yml``: its slips are held by tests/data/broken; here is what files cannot say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.checks.settings import settings_problems
from spbe.engines.mkdocs.mkdocs_settings import SettingsError, load_settings
from spbe.engines.output.configured_target import target_problems
from spbe.problems import RULES

BROKEN = Path(__file__).parents[1] / "data" / "broken"
SOUND = """\
site_name: Kabupaten Uji
docs_dir: content
theme: material
plugins: [spbe]
"""


def written(root: Path, text: str) -> Path:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return root


def rules_of(root: Path) -> list[tuple[str, int | None, str]]:
    return [(problem.file, problem.line, problem.rule) for problem in settings_problems(root)]


SOUND_FORMS = {
    "theme by its name": SOUND,
    "byte order mark": "\ufeff" + SOUND,
    "plugins as a mapping": SOUND.replace("[spbe]", "{spbe: {edition: internal}}"),
    "a date in quotes": SOUND.replace("[spbe]", "[spbe: {per_tanggal: '2026-01-31'}]"),
    "a date": SOUND.replace("[spbe]", "[spbe: {per_tanggal: 2026-01-31}]"),
    "an office": SOUND.replace("[spbe]", "[spbe: {edition: opd, opd: diskominfo}]"),
    "a variable with a default": SOUND.replace("Kabupaten Uji", "!ENV [NAMA_YANG_TAK_DISETEL, Kabupaten Uji]"),
    "names of Python": SOUND
    + "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n",
    "empty settings": SOUND + "extra:\nextra_css:\nmarkdown_extensions:\nnav:\nhooks:\n",
    "everything that is known": SOUND
    + "site_url: https://uji.example/spbe/\nrepo_url: https://git.uji.example/a/b\nedit_uri: edit/main/content/\n"
    + "strict: true\ncopyright: Uji\nexclude_docs: |\n  catatan/\nvalidation: {links: {anchors: warn}, nav: {}}\n"
    + "extra: {social: [{icon: material/git, link: https://uji.example/}]}\ndev_addr: 127.0.0.1:8001\n",
    "a palette": SOUND.replace(
        "theme: material",
        "theme: {name: material, palette: [{scheme: default, toggle: {icon: material/weather-night, name: Gelap}}]}",
    ),
}


@pytest.mark.parametrize("form", SOUND_FORMS)
def test_what_is_sound_has_no_problem_and_loads(form: str, minimal: Path) -> None:
    root = written(minimal, SOUND_FORMS[form])

    assert settings_problems(root) == ()
    load_settings(root)


@pytest.mark.parametrize("theme", ["material", "{name: material}", "{name: material, language: id}"])
def test_a_site_speaks_indonesian_unless_it_says_otherwise(theme: str, minimal: Path) -> None:
    settings = load_settings(written(minimal, SOUND.replace("material", theme)))

    assert settings.config.theme["language"] == "id"


def test_a_site_speaks_english_when_it_says_so(minimal: Path) -> None:
    settings = load_settings(written(minimal, SOUND.replace("material", "{name: material, language: en}")))

    assert settings.config.theme["language"] == "en"


@pytest.mark.parametrize("case", sorted(BROKEN.glob("pengaturan-*.yml")), ids=lambda path: path.stem)
def test_what_check_calls_an_error_is_refused_with_the_same_words(case: Path, minimal: Path) -> None:
    root = written(minimal, case.read_text("utf-8"))
    told = (*settings_problems(root), *target_problems(root, whole=False))
    errors = [problem for problem in told if problem.severity == "error"]

    if not errors:
        load_settings(root)
        return
    with pytest.raises(SettingsError) as refused:
        load_settings(root)
    assert list(refused.value.problems) == errors


def test_a_missing_file_is_told_and_a_misnamed_one_is_named(minimal: Path) -> None:
    (minimal / "mkdocs.yml").rename(minimal / "mkdocs.yaml")

    [problem] = settings_problems(minimal)

    assert problem.rule == "pengaturan-tak-ada"
    assert "mkdocs.yaml" in problem.message


def test_a_folder_in_the_place_of_the_file_is_told(minimal: Path) -> None:
    (minimal / "mkdocs.yml").unlink()
    (minimal / "mkdocs.yml").mkdir()

    assert [problem.rule for problem in settings_problems(minimal)] == ["berkas-tak-terbaca"]


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"", "pengaturan-bentuk"),
        (b"\r\n \r\n", "pengaturan-bentuk"),
        (b"site_name: Caf\xe9\n", "yaml-utf8"),
        (b"<<<<<<< HEAD\nsite_name: A\n=======\nsite_name: B\n>>>>>>> cabang\n", "yaml-konflik"),
        (b"extra:\n\tx: 1\n", "yaml-tab"),
        (b"site_name: A\n---\nsite_name: B\n", "yaml-dokumen-ganda"),
    ],
)
def test_text_that_cannot_be_read_is_told_as_that_of_records_is(raw: bytes, rule: str, minimal: Path) -> None:
    (minimal / "mkdocs.yml").write_bytes(raw)

    assert [problem.rule for problem in settings_problems(minimal)] == [rule]


def test_settings_are_inherited_and_told_where_they_were_written(minimal: Path) -> None:
    (minimal / "dasar.yml").write_text("docs_dir: content\ntheme: {name: material}\nsite_url: uji\n", "utf-8")
    written(minimal, "INHERIT: dasar.yml\nsite_name: Uji\nplugins: [spbe]\n")

    assert rules_of(minimal) == [("dasar.yml", 3, "pengaturan-alamat")]


def test_settings_that_inherit_from_themselves_are_told(minimal: Path) -> None:
    written(minimal, "INHERIT: mkdocs.yml\n" + SOUND)

    assert rules_of(minimal) == [("mkdocs.yml", 1, "pengaturan-berkas")]


def test_a_hook_that_is_no_python_is_told_with_its_line(minimal: Path) -> None:
    (minimal / "kait.py").write_text("x = 1\ndef on_files(:\n", "utf-8")
    written(minimal, SOUND + "hooks: [kait.py]\n")

    assert rules_of(minimal) == [("kait.py", 2, "pengaturan-kait")]


@pytest.mark.parametrize("line", ["hooks: [kait.py]\n", "validation: {links: {anchors: []}}\n"])
def test_what_only_the_engine_refuses_is_a_problem(line: str, minimal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own check is not asked here, so that something is left for the engine."""
    monkeypatch.setattr("spbe.engines.mkdocs.mkdocs_settings.demand_settings", lambda _root: None)
    (minimal / "kait.py").write_text("raise RuntimeError('tidak jadi')\n", "utf-8")

    with pytest.raises(SettingsError) as refused:
        load_settings(written(minimal, SOUND + line))

    assert [problem.rule for problem in refused.value.problems] == ["pengaturan-ditolak"]


def test_rules_of_settings_all_have_an_example() -> None:
    rules = {rule for rule in RULES if rule.startswith("pengaturan-")}
    tried = {path.stem.partition("--")[0] for path in BROKEN.glob("pengaturan-*")}

    assert rules - tried == {"pengaturan-tak-ada", "pengaturan-kait"}
