"""What a deed of its kind always says: words that share its verb, and tell of something else or of nothing, give no claim of it."""

import pytest

from tests.claims.reading import claims, events, sides

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _events(text: str) -> list[str]:
    return events(CONTEXT + text)[1:]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The jackets were cleared at Khasan in March.", "capture.territory"),
        ("Nine Swiss watches were seized from the luggage of an envoy at Vienna.", "capture.territory"),
        ("They travelled on student visas, a North Korean foreman said.", "visit.official"),
        ("Lawmakers in Seoul quarrelled over the shell cargo landed in Russia.", "visit.official"),
        ("At least one Pantsir battery reached the Pyongyang garrison.", "deploy.personnel"),
        ("Norway will make 1.5 million kroner available to the Pacific registries.", "report.notify"),
        ("Her arrival form gave Cam Pha, Viet Nam, as last port.", "conceal.destination"),
        ("The bill of lading named Basra as the port of loading.", "conceal.destination"),
        ("Beijing listed no coal at all.", "sanction.impose"),
        ("Iran, long under sanctions, sold oil to China.", "sanction.impose"),
        ("Deliveries to Russia would drop to about 150,000 shells.", "use.weapon"),
        ("Some 900 of us boarded a Russian ship at Chongjin.", "interdict"),
        ("Scouts brought back two wounded riflemen from the village.", "casualty"),
        ("The 2019 Regulations provide for the freezing of funds of North Korean firms.", "interdict"),
        ("The Panel asked who had ordered the engines.", "transfer.commodity"),
        ("Loaded to the marks with coal, the barge lay low.", "transfer.commodity"),
    ],
)
def test_the_verb_alone_makes_no_deed_of_that_kind(text: str, never: str) -> None:
    assert never not in _events(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russian troops seized the village of Plekhovo in March.", "capture.territory"),
        ("A North Korean military delegation led by General Pak Jong Sik visited Moscow.", "visit.official"),
        ("North Korean soldiers entered Russia in October.", "deploy.personnel"),
        ("Norway made its findings available to the Panel of Experts.", "report.notify"),
        ("The bill of lading named Haiphong as the port of discharge.", "conceal.destination"),
        ("Britain listed nine tankers in May.", "sanction.impose"),
        ("The coast guard boarded the tanker Golden Kestrel (IMO 9990117) off Busan.", "interdict"),
    ],
)
def test_said_in_full_it_is_read(text: str, event: str) -> None:
    assert event in _events(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Panel found no record of a call by the Hae Dong 9 (IMO 9990112) at Nampo.",
        "Kremlin on gun deliveries from Pyongyang: “There have been none”.",
        "Asked for comment, China’s foreign ministry replied that there were no North Korean labourers in Donggang.",
    ],
)
def test_what_no_record_shows_is_negative(text: str) -> None:
    assert [claim.polarity for claim in claims(CONTEXT + text)[1:]] == ["negative"]


def test_asked_for_comment_requests_nothing() -> None:
    text = "Asked for comment, China’s foreign ministry replied that there were no North Korean labourers in Donggang."
    found = claims(CONTEXT + text)[1:]
    assert [(claim.modality, sides(claim)) for claim in found] == [("denied", (["KP"], ["CN"]))]
