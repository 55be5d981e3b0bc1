"""``/indikator/`` and what lies below."""
