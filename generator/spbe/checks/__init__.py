"""Rules that need more than one record: one module per family, one function per rule."""

from spbe.checks.opening import Opened, open_region

__all__ = ["Opened", "open_region"]
