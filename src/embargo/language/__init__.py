"""Language without opinions about sanctions: tokens, sentences, numbers with bounds, days as intervals, scripts."""

from embargo.language.dates import times
from embargo.language.numbers import Amount, amounts
from embargo.language.sentences import sentences
from embargo.language.tokens import Token, tokens
from embargo.language.words import lowered

__all__ = ["Amount", "Token", "amounts", "lowered", "sentences", "times", "tokens"]
