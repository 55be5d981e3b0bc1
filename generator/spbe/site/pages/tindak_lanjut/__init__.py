"""``/tindak-lanjut/`` and what lies below."""
