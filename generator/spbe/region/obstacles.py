"""What was in the way of a walk, in words."""

from __future__ import annotations

import errno

from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.sources.walk import Obstacle
from spbe.yamlio.parsing import reason


def obstacle_problem(file: str, obstacle: Obstacle) -> Problem:
    """The problem that ``obstacle``, to be called ``file``, means for the region."""
    if obstacle.hindrance == "leaves":
        return RULES["tautan-keluar"].at(file)
    if obstacle.hindrance == "folder-link":
        said = gettext("tautan ke folder tidak diikuti")
    elif obstacle.hindrance == "submodule":
        said = gettext("submodul git; isinya disimpan di repositori lain")
    else:
        said = reason(obstacle.error or OSError(errno.EINVAL, "not a regular file"))
    return RULES["berkas-tak-terbaca"].at(file, sebab=said)
