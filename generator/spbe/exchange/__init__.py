"""Records and results in the formats of other programs; for now they are only written."""

from spbe.exchange.citing import citation, licence, terms_without_licence
from spbe.exchange.collection import ENTIRETY, entirety, entirety_schema, tables
from spbe.exchange.column_schema import table_schema
from spbe.exchange.table_files import csv_bytes, csv_lines, json_bytes, semicolon_csv_bytes
from spbe.exchange.table_xlsx import table_xlsx_bytes
from spbe.exchange.tables import DataColumn, DataTable

__all__ = [
    "ENTIRETY",
    "DataColumn",
    "DataTable",
    "citation",
    "csv_bytes",
    "csv_lines",
    "entirety",
    "entirety_schema",
    "json_bytes",
    "licence",
    "semicolon_csv_bytes",
    "table_schema",
    "table_xlsx_bytes",
    "tables",
    "terms_without_licence",
]
