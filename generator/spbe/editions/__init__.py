"""A region and everything computed from it, reduced to what one kind of reader may see."""

from spbe.editions.audience import EDITIONS, INTERNAL, PUBLIC, Audience, EditionName
from spbe.editions.reduction import Edition, redact

__all__ = ["EDITIONS", "INTERNAL", "PUBLIC", "Audience", "Edition", "EditionName", "redact"]
