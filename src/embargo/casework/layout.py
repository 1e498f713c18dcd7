"""What lies where in a case's folder, beside the record and its outside head."""

SETTINGS = "embargo.toml"
LEXICON = "lexicon"
DRAFT = "report.md"
REPORT = "report"
