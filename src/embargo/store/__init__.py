"""The store: the record of a case. The only room that opens a database."""

from embargo.store.record import Record
from embargo.store.rows import Derived

__all__ = ["Derived", "Record"]
