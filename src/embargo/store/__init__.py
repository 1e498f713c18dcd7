"""The store: the record of a case. The only room that opens a database."""

from embargo.store.database import RECORD
from embargo.store.heads import FILE as HEADS
from embargo.store.record import Record
from embargo.store.rows import Derived

__all__ = ["HEADS", "RECORD", "Derived", "Record"]
