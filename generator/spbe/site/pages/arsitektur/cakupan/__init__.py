"""``/arsitektur/cakupan/`` and what lies below."""
