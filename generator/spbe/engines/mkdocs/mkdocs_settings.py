"""A region's ``mkdocs.yml`` as MkDocs understands it; what it alone refuses is a problem at the setting's place."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from spbe.checks.settings import settings_problems
from spbe.checks.settings.plugins import PLUGIN
from spbe.editions import Audience
from spbe.engines.hand_written.written_pages import Extensions
from spbe.engines.output.configured_target import target_problems
from spbe.engines.output.output_guard import OutputMark, edition_folder
from spbe.engines.pipeline import Options
from spbe.engines.tree.tree_settings import RegionSettings
from spbe.problems import RULES, Problem
from spbe.problems.report import text_report
from spbe.region.layout import SETTINGS
from spbe.region.settings import read_settings, site_language


class SettingsError(Exception):
    """The settings of the site are missing or cannot be used.

    ``mkdocs.yml`` is missing or cannot be used; ``problems`` say why and where.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(text_report(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Settings:
    """A region's ``mkdocs.yml`` as MkDocs understood it; ``options`` are those of the plugin in it."""

    file: Path
    config: MkDocsConfig
    options: Options


def load_settings(root: Path, *, strict: bool = False, **given: object) -> Settings:
    """Read ``mkdocs.yml`` of ``root``; ``given`` settings replace what it says. Raises :class:`SettingsError`."""
    demand_settings(root)
    _silence_material()
    config = _loaded(root, {"strict": True, **given} if strict else given)
    plugin = config.plugins[PLUGIN]
    config.theme["language"] = site_language(root)
    chosen = plugin.config
    return Settings(root / SETTINGS, config, Options(Audience(chosen.edition, chosen.opd), chosen.per_tanggal))


def demand_settings(root: Path) -> None:
    """Raise :class:`SettingsError` for everything that can be seen to be wrong in ``mkdocs.yml`` without MkDocs."""
    found = (*settings_problems(root), *target_problems(root, whole=False))
    errors = [problem for problem in found if problem.severity == "error"]
    if errors:
        raise SettingsError(errors)


def _loaded(root: Path, given: Mapping[str, object]) -> MkDocsConfig:
    """The settings as MkDocs understands them. What it alone refuses is a problem at the setting's place."""
    file = root / SETTINGS
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as stream:
            config.load_file(stream)
        config.load_dict(dict(given))
        _fill_gaps(config)
        errors, _warnings = config.validate()  # of what they warn, our own check has told
    except Exception as error:  # hooks and other plugins are code that runs here
        cause = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise SettingsError([RULES["pengaturan-ditolak"].at(SETTINGS, 1, 1, kunci=SETTINGS, sebab=cause)]) from error
    if errors:
        written, _problems = read_settings(root)
        problems = []
        for key, refusal in errors:
            place = written.place((key,)) if written else (SETTINGS, 1, 1)
            cause = " ".join(str(refusal).split()).removesuffix(".")
            problems.append(RULES["pengaturan-ditolak"].at(*place, key, kunci=key, sebab=cause))
        raise SettingsError(problems)
    return config


def _fill_gaps(config: MkDocsConfig) -> None:
    """Take a setting that was left empty for one that is not there, which MkDocs does for some only."""
    for key, option in type(config)._schema:
        if config.get(key) is None:
            config[key] = option.default
    for key in ("theme", "validation"):
        written = config.get(key)
        if isinstance(written, dict):
            config[key] = {name: value for name, value in written.items() if value is not None or name == "name"}


def region_settings(settings: Settings) -> RegionSettings:
    """What of ``mkdocs.yml`` does not depend on MkDocs as the engine."""
    config = settings.config
    return RegionSettings(
        name=config.site_name,
        language=str(config.theme["language"]),
        url=config.site_url,
        extensions=Extensions(tuple(config.markdown_extensions), config.mdx_configs),
        features=tuple(config.theme.get("features") or ()),
        palette=config.theme.get("palette") or None,
        styles=tuple(config.extra_css),
        scripts=tuple(str(script) for script in config.extra_javascript),
    )


def target_of(settings: Settings, options: Options, *, offline: bool, out: Path | None) -> Path:
    """Where the build goes: ``out``, or the folder of the edition beside that of ``mkdocs.yml``."""
    if out is not None:
        return out.absolute()
    offline = offline or settings.config.plugins[PLUGIN].config.offline
    mark = OutputMark("luring" if offline else "situs", options.audience)
    return edition_folder(Path(settings.config.site_dir), mark)


def _silence_material() -> None:
    """Material's banner about MkDocs 2 is not for those who only edit data; it is read when Material is imported."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
