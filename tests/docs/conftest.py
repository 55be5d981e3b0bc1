"""Lets tests import the scripts in ``tools/`` and, from beside them, :mod:`guide`."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]
