"""Falsehoods: the words by which a text calls a charge untrue, as patterns over lower case: "called that account an invention"."""

import re

from embargo.claims.grammar import words

_CHARGES, FIGURES = words("charges_told"), words("figures_told")
FALSE, UNTRUTHS = words("false_words"), words("untruths")
_ANY = "|".join
_NOUN = _ANY(sorted(_CHARGES | FIGURES))
# "that account", "the troop story", "the reports of …", "such talk": with at most three words between article and noun.
_TOLD = (
    rf"(?:(?P<pronoun>(?:it|this|that|these|those|them)(?=\W|$))|"
    rf"(?:(?:the|that|this|these|those|such|any|all|its|their|his|her|our|\w+[’']s?)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?P<noun>{_NOUN})\b)"
)
_PART = r"any\s+(?:[\w’'-]+\s+){0,3}?(?:part|role|hand|involvement|share|link|links|connection|responsibility|wrongdoing|contact|dealings)\b"
_FALSEHOOD = rf"(?:(?:an?|the|as|pure|sheer|utter|complete|total|yet|another|more|merely|just|simply|wholly|entirely|completely|totally|stale|old|usual|\w+ly)\s+)*(?:[\w-]+\s+){{0,2}}?(?:{_ANY(sorted(FALSE | UNTRUTHS))})\b"
_OPENS = '[“"‘„«]?'
REJECTS = re.compile(
    rf"\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|refut(?:es?|ed)|repudiat(?:es?|ed)|disown(?:s|ed)?|contest(?:s|ed)?|disclaim(?:s|ed)?|"
    rf"dismiss(?:es|ed)?|rebuff(?:s|ed)?|ridicul(?:es?|ed)|sho(?:ot|oots|t)\s+down|pour(?:s|ed)?\s+scorn\s+on|scoff(?:s|ed)?\s+at|sneer(?:s|ed)?\s+at|"
    rf"(?:brush|wav|laugh|shrug|wip|sweep|swep|push|wav)(?:es|e|s|ed|t)?\s+(?:aside|off|away)|(?:takes?|took)\s+issue\s+with)\s+(?:having\s+done\s+so|doing\s+so|{_PART}|{_TOLD})"
    rf"|\b(?:brush|wav|laugh|shrug|push|sweep|swep)(?:es|e|s|ed|t)?\s+{_TOLD.replace('?P<noun>', '?P<aside>').replace('?P<pronoun>', '?:')}\s+(?:[^.;]{{0,60}}?\s)?(?:aside|off|away)\b"
)
BRANDS = re.compile(
    rf"\b(?:call|term|brand|label|describ|denounc|dub|dismiss|condemn|portray|characteri[sz])(?:e?s|e?d|led|ling|ing)?\s+"
    rf"{_TOLD}[^.;:]{{0,60}}?\s(?:as\s+)?{_OPENS}{_FALSEHOOD}"
)
IS_FALSE = re.compile(
    rf"(?:^|[\s“\"‘]){_TOLD}\s+(?:[^.;:]{{0,40}}?\s)?(?:is|are|was|were|has|have|had|rests|lacks?)\s+(?:[\w-]+\s+){{0,3}}?{_OPENS}"
    rf"(?:{_FALSEHOOD}|not\s+(?:so|true|the\s+case|correct)|without\s+(?:any\s+)?(?:foundation|basis|substance)|no\s+(?:basis|foundation|truth|substance)|on\s+nothing|devoid\s+of)"
)
# A sentence that is nothing but a name for a lie, or says that nothing of the kind was done.
BARE = re.compile(
    rf"^\W*(?:(?:that|this|it)(?:\s+is|[’']s)\s+)?(?:not\s+(?:so|true)|(?:(?:an?|pure|sheer|utter|complete|total|yet|another|more|absolute|all)\s+)*(?:{_ANY(sorted(UNTRUTHS))}))\b(?=[.,;!”\"]|\s+from\b|$)"
    r"|^\W*(?:it|they|we|he|she)\s+(?:has|have|had|did|does|do|was|were|is|are)(?:n[’']t|\s+not)\s*[.,:;!–—]"
    r"|\bnothing\s+of\s+the\s+(?:sort|kind)\b|\b(?:did|done|do)\s+no\s+such\s+thing\b|\bno\s+such\s+(?:\w+\s+){1,2}?(?:took\s+place|"
    r"(?:has|had|have)\s+(?:taken\s+place|occurred|happened)|was\s+(?:ever\s+)?made|were\s+(?:ever\s+)?made|ever\s+\w+|occurred|happened|exists?)\b"
    r"|\b(?:not\s+a\s+(?:word|grain|shred)\s+of\s+truth|no\s+truth|not\s+a\s+word\s+of\s+(?:it|this|that)\s+is\s+true)\b"
)
