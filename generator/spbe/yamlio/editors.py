"""Settings of editors: which schema belongs to the files of which folder, for files that do not name one themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from spbe.model.kinds import KINDS
from spbe.yamlio.jsonschema import FOLDER

_SINGLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "profil": "content/profil.yaml",
        "tim": "indicators/tim.yaml",
        "upaya": "indicators/upaya.yaml",
        "pembanding": "indicators/pembanding.yaml",
        "penilaian": "indicators/*/penilaian.yaml",
        "nilai": "indicators/*/nilai.yaml",
        "jawaban": "indicators/*/I*.yaml",
        "instrumen": "indicators/instrumen/*.yaml",
        "kualitas": "architecture/kualitas.yaml",
        "kebijakan": "architecture/kebijakan-pemeriksaan.yaml",
        "referensi": "architecture/referensi.yaml",
    }
)
_EXTENSION: Final = "redhat.vscode-yaml"


def _schema_places() -> dict[str, list[str]]:
    """Patterns of the files that each schema is for, by its name. Only ``*`` and ``**``, which all editors know."""
    kinds = {slug: [f"{kind.folder}/*.yaml", f"{kind.folder}/**/*.yaml"] for slug, kind in KINDS.items()}
    return kinds | {name: [pattern] for name, pattern in _SINGLES.items()}


def vscode_files() -> dict[str, str]:
    """The settings of VS Code and of what is made of it, by their place below the region's root."""
    settings = {
        "yaml.schemas": {f"./{FOLDER}/{name}.json": places for name, places in _schema_places().items()},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    extensions = {"recommendations": [_EXTENSION]}
    return {
        ".vscode/settings.json": json.dumps(settings, indent=2) + "\n",
        ".vscode/extensions.json": json.dumps(extensions, indent=2) + "\n",
    }
