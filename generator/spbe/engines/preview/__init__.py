"""The preview of ``spbe serve``."""
