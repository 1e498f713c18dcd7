"""The store: the record of a case. The only room that opens a database."""

from embargo.store.record import Derived, Record

__all__ = ["Derived", "Record"]
