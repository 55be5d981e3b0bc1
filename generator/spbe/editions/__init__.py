"""A region and everything computed from it, reduced to what one kind of reader may see."""

from spbe.editions.audience import EDITIONS, INTERNAL, PUBLIC, Audience, Edition
from spbe.editions.reduction import View, reduce

__all__ = ["EDITIONS", "INTERNAL", "PUBLIC", "Audience", "Edition", "View", "reduce"]
