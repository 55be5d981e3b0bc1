"""What a host makes of a form that somebody filled in, as its documentation says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NO_ANSWER = "_No response_"


def rendered(form: Mapping[str, Any], answers: Mapping[str, str]) -> str:
    """The text of the issue: each answer, by the id of its question, below its heading; with line ends of the web."""
    parts = []
    known = {one["id"] for one in form["body"] if "id" in one}
    assert answers.keys() <= known, answers.keys() - known
    for one in form["body"]:
        if one["type"] == "markdown":
            continue
        said = one["attributes"]
        default = said["options"][said["default"]] if "options" in said else NO_ANSWER
        answer = answers.get(one["id"], default)
        assert "options" not in said or answer in said["options"], answer
        assert answer != NO_ANSWER or not one["validations"]["required"], one["id"]
        parts.append(f"### {said['label']}\n\n{answer}")
    return "\n\n".join(parts).replace("\n", "\r\n")
