"""The closed lists of the field: event types, modalities, stages, origins' access, results of the law."""

from typing import Literal

EVENTS = (
    "agreement.sign",
    "aid.military",
    "capture.personnel",
    "capture.territory",
    "casualty",
    "combat.participate",
    "conceal.identity",
    "conceal.destination",
    "customs.declare",
    "deploy.personnel",
    "evade.sanctions",
    "finance.account",
    "finance.unfreeze",
    "interdict",
    "labour.dispatch",
    "labour.repatriate",
    "law.cap",
    "law.cite",
    "move.personnel",
    "presence.materiel",
    "rail.cross",
    "report.notify",
    "report.publish",
    "sanction.impose",
    "ship.cargo",
    "statement.deny",
    "statement.raise",
    "theft.cyber",
    "train.personnel",
    "transfer.materiel",
    "transfer.commodity",
    "transfer.finance",
    "use.weapon",
    "vessel.ais_gap",
    "vessel.draught",
    "vessel.meet",
    "vessel.move",
    "vessel.portcall",
    "vessel.sts",
    "visit.official",
)

Modality = Literal[
    "asserted",
    "acknowledged",
    "denied",
    "alleged",
    "considered",
    "pledged",
    "planned",
    "requested",
    "conditional",
    "retracted",
    "question",
]
Polarity = Literal["positive", "negative"]

# How far the thing itself has got, whatever the words: only "done" (and "alleged", said to be done) enters the sum.
Stage = Literal["done", "alleged", "planned", "pledged", "requested", "considered", "conditional", "question"]

Access = Literal[
    "physical evidence", "own instrument", "participant", "judgement of a service", "relaying", "unknown"
]

Status = Literal[
    "alleged", "assessed", "corroborated", "contested by reply", "admitted", "determined by Committee"
]

Result = Literal[
    "prohibited",
    "prohibited-unless",
    "exempt",
    "capped-within",
    "capped-exceeded",
    "capped-cannot-tell",
    "indicator-only",
    "not-covered",
    "indirect/contested",
    "needs-determination",
]

# V number and content seen, N number seen, C content seen, R from memory only (printed with every use).
Mark = Literal["V", "N", "C", "R"]
MARK_WORDS = {
    "V": "number and content seen in a public source",
    "N": "number seen, detail from memory",
    "C": "content seen, number from memory",
    "R": "from memory only",
}

# The eleven States of the Multilateral Sanctions Monitoring Team (formed October 2024).
MSMT_MEMBERS = ("AU", "CA", "DE", "FR", "GB", "IT", "JP", "KR", "NL", "NZ", "US")

# Who may see what; each step narrows. A report for an audience is derived from what that audience may see.
Caveat = Literal["public", "participants", "withheld"]
CAVEATS = ("public", "participants", "withheld")
