"""Likely secrets and personal data in text: where they stand, and the text without them."""

from spbe.model.sensitive.scan import MASK, SensitivePart, masked, sensitive_parts

__all__ = ["MASK", "SensitivePart", "masked", "sensitive_parts"]
