"""What lies below ``/arsitektur/rumah/``."""
