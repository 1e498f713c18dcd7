"""Language without opinions about sanctions: tokens, sentences, numbers with bounds, days as intervals, scripts."""

from embargo.language.dates import times
from embargo.language.numbers import Amount, amounts
from embargo.language.sentences import sentences
from embargo.language.tokens import Token, tokens
from embargo.language.words import holds, lowered, standing_in

__all__ = ["Amount", "Token", "amounts", "holds", "lowered", "sentences", "standing_in", "times", "tokens"]
