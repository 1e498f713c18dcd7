"""Law: findings put to the paragraphs of a pack, element by element, as of their own day."""

from embargo.law.answers import as_answer, read_facts
from embargo.law.assess import LAW_VERSION, assess
from embargo.law.facts import fact_of

__all__ = ["LAW_VERSION", "as_answer", "assess", "fact_of", "read_facts"]
