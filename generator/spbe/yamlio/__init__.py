"""Text to records and back: positions when reading, comments kept when writing."""

from spbe.yamlio.document import Document
from spbe.yamlio.parsing import parse, read_document
from spbe.yamlio.positions import Path
from spbe.yamlio.reader import DocumentReader
from spbe.yamlio.validation import validate

__all__ = ["Document", "DocumentReader", "Path", "parse", "read_document", "validate"]
