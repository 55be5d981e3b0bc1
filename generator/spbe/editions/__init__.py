"""A region and everything computed from it, reduced to what one kind of reader may see."""

from spbe.editions.reduction import EDITIONS, Edition, View, reduce

__all__ = ["EDITIONS", "Edition", "View", "reduce"]
