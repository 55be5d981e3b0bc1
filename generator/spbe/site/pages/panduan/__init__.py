"""``/panduan/`` and what lies below."""
