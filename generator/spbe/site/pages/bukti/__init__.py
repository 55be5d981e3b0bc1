"""``/bukti/`` and what lies below."""
