"""Of a theme the same files are published as MkDocs itself finds, and its hidden templates are found by their names."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.base import load_config
from mkdocs.structure.files import Files

from spbe.engines.mkdocs.theme_files import VisibleFiles, list_visible_files


def test_the_files_of_a_theme_are_those_that_mkdocs_finds(minimal: Path) -> None:
    own = minimal / "tema"
    for name in ("assets/a.css", ".rahasia/b.css", "assets/.icons/c.svg", ".d.css", "e.html"):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text("x")
    config = load_config(str(minimal / "mkdocs.yml"), theme={"name": "material", "custom_dir": str(own)})
    expected, found = Files([]), Files([])
    expected.add_files_from_theme(config.theme.get_env(), config)
    list_visible_files(config.theme)
    env = config.theme.get_env()
    found.add_files_from_theme(env, config)

    assert [file.abs_src_path for file in found] == [file.abs_src_path for file in expected]
    assert "assets/a.css" in found.src_uris
    assert isinstance(env.loader, VisibleFiles)
    assert not [name for name in env.list_templates() if ".icons" in name]
    assert env.get_template("assets/.icons/c.svg").render() == "x"
