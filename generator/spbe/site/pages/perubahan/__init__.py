"""``/perubahan/`` and what lies below."""
