"""``/arsitektur/matriks/`` and what lies below."""
