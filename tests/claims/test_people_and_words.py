"""People who are somewhere, and words about charges told before."""

import pytest

from tests.claims.reading import amounts, claims

CONTEXT = "The DPRK is under sanctions.\n\n"
TOLD = "\n\nIn October 2024 North Korea sent 1,500 soldiers to Russia, the agency in Seoul said. "


@pytest.mark.parametrize(
    ("text", "event", "number"),
    [
        ("Some 640 North Korean women gut cod and herring in two plants in Dandong.", "labour.dispatch", 640),
        ("About 75 North Korean programmers keep servers running in Vientiane.", "labour.dispatch", 75),
        ("Roughly 2,000 North Korean soldiers shiver in tents near Sudzha.", "deploy.personnel", 2000),
    ],
)
def test_people_counted_at_a_place_of_another_state_are_there(text: str, event: str, number: int) -> None:
    found = claims(CONTEXT + text)[1:]
    assert [claim.event for claim in found] == [event]
    assert amounts(found[0])[0][2] == str(number)


def test_a_state_that_says_it_has_no_such_workers_denies_them() -> None:
    text = "Some 210 North Korean workers sort fish in Dandong. “There are no such workers in our country,” a Chinese foreign ministry spokesman said."
    last = claims(CONTEXT + text)[-1]
    assert (last.event, last.modality, last.polarity) == ("labour.dispatch", "denied", "negative")


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin called that account “an invention from start to finish”.",
        "The Russian embassy waved the story away as cheap gossip.",
        "That is not so, the Russian embassy said.",
        "Moscow says there is not a word of truth in it, and that the charge is baseless.",
        "The Russian foreign ministry disowned any part in the deployment.",
    ],
)
def test_who_waves_away_a_charge_told_before_denies_that_deed(text: str) -> None:
    last = claims(CONTEXT + TOLD + text)[-1]
    assert (last.event, last.modality) == ("deploy.personnel", "denied")
    assert all(item.quantity is None for item in last.items)
    assert last.attribution[0].canonical.startswith("RU")


def test_who_calls_a_figure_false_denies_no_deed() -> None:
    last = claims(
        CONTEXT + TOLD + "The Russian embassy brushed aside such tallies as arithmetic for the gullible."
    )[-1]
    assert last.event == "statement.deny"


def test_a_pronoun_denies_only_what_was_told_right_before() -> None:
    text = (
        TOLD
        + "The weather in Kursk was cold that week, and the roads were bad for lorries and for guns of every kind. "
        * 3
    )
    assert not any(
        claim.modality == "denied"
        for claim in claims(CONTEXT + text + "That is not so, the Russian embassy said.")
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("North Korean infantry pushed forward near Guyevo on Monday.", "combat.participate"),
        (
            "North Korean soldiers tried twice to get through near Sudzha and were thrown back.",
            "combat.participate",
        ),
        (
            "Two North Korean soldiers were hauled out of a dugout near Sudzha by Ukrainian scouts.",
            "capture.personnel",
        ),
        ("Russian units hoisted their flag over Sverdlikovo on Monday.", "capture.territory"),
        (
            "The firm Quillet attributes to the North Korean cell the loss of US$22 million in March 2024.",
            "theft.cyber",
        ),
        (
            "A cell of the DPRK was behind the disappearance of US$9 million from the exchange Palmswap.",
            "theft.cyber",
        ),
        ("Norway will make 1.5 million dollars available to the Ukrainian navy.", "transfer.finance"),
        ("The tanker Grey Fiction (IMO 9990029) is denied entry to Norwegian ports.", "sanction.impose"),
        ("At least 30 DPRK software contractors have been posted to Shenyang.", "labour.dispatch"),
        ("North Korean IT workers registered 14 accounts at two banks in September.", "finance.account"),
    ],
)
def test_people_and_money_in_further_words(text: str, event: str) -> None:
    assert [claim.event for claim in claims(CONTEXT + text)[1:]] == [event]


def test_a_charge_told_in_the_same_breath_is_not_the_one_before() -> None:
    text = (
        TOLD + "“It is a sheer fantasy,” the Russian ambassador said, “that guests from the moon have come.”"
    )
    assert not any(
        claim.event == "deploy.personnel" and claim.modality == "denied" for claim in claims(CONTEXT + text)
    )
