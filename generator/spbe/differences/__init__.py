"""What changed between two states of a region, in the words of an edition."""

from spbe.differences.difference import Difference, difference_between

__all__ = ["Difference", "difference_between"]
