"""spbe: a region's e-government architecture and maturity index, from YAML to a published site.

The rooms of this package and the one way through them are described in ``docs/arsitektur-kode.md``.
"""

__version__ = "0.1.0"
