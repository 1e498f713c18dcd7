"""Who denies a deed by saying flatly that it was not done, and moods that hang on a word further off."""

import pytest

from tests.claims.reading import claims

CONTEXT = "North Korea has sent shells and soldiers to Russia under sanctions.\n\n"


def _moods(text: str) -> list[tuple[str, str]]:
    return [(claim.modality, claim.polarity) for claim in claims(CONTEXT + text, publisher="The Courier")[1:]]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The owner, Fiction Marine Ltd, replied that no fuel had been sold to North Korea.", "denied"),
        ("Mr Fiction, the director, told the court that he had never exported lathes to Russia.", "denied"),
        ("The harbour master said that the Grey Fiction (IMO 9990029) had not called at Nampo.", "asserted"),
        ("The owner, Fiction Marine Ltd, replied that no fuel had been sold to North Korea yet.", "asserted"),
        (
            "The owner, Fiction Marine Ltd, replied that it had seen no sign that fuel was sold to North Korea.",
            "asserted",
        ),
    ],
)
def test_who_says_flatly_that_it_was_not_done_denies_it(text: str, mood: str) -> None:
    assert _moods(text) == [(mood, "negative")]


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The newspaper charges Fiction Marine with having shipped 40 lathes to Russia.", "alleged"),
        ("The pamphlet alleges that Fiction Marine shipped 40 lathes to Russia.", "alleged"),
        (
            "The Grey Fiction (IMO 9990029) is supposed to have unloaded 900 tonnes of diesel at Nampo.",
            "alleged",
        ),
        ("Ms Fiction asked whether any Greek company had sold lathes to Russia.", "question"),
        ("Russian Deputy Defence Minister Ivan Fiktov is due in Pyongyang on 3 July.", "planned"),
        ("Japan to send 40 lorries to Ukraine in July, NHK reports.", "planned"),
        ("Should the talks fail, Iran will send 40 drones to Russia.", "conditional"),
        ("Latvia undertook last week to send 40 drones to Ukraine.", "pledged"),
        ("The notice invites Fiction Marine to ship 40 lathes to Russia.", "requested"),
        ("The minister appealed to Russia to let go of the $9 million of Iran.", "requested"),
        ("Up to 500 North Korean sappers were being readied for dispatch to Russia.", "planned"),
        (
            "The regulator has proposed to the ministers that Fiction Bank be entered on the national list.",
            "requested",
        ),
        ("Fiction Marine concedes that it shipped 40 lathes to Russia.", "acknowledged"),
    ],
)
def test_moods_of_words_further_off(text: str, mood: str) -> None:
    assert [told for told, _ in _moods(text)] == [mood]


def test_what_nobody_could_determine_is_negative_and_nobody_denies_it() -> None:
    text = "The Panel was unable to determine whether any payment passed from Iran to the bank."
    assert _moods(text) == [("asserted", "negative")]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        (
            "We have no reason to doubt that the Grey Fiction (IMO 9990029) took 40 containers out of Rajin.",
            "positive",
        ),
        ("Count no. 17 gave 52 containers of shells for 22 April at Tumangang.", "positive"),
        ("The bulletin shows no Greek sale of diesel to North Korea.", "negative"),
        ("The Service has heard of no New Zealand machinery that ended up in North Korea.", "negative"),
        ("We cannot corroborate that a single howitzer was sent to Russia.", "negative"),
        (
            "The Panel was unable to verify the claim of a Member State that the dhow had delivered missiles to Yemen.",
            "negative",
        ),
        ("I can’t prove it, but my bet is that Iran sent 40 drones to Russia.", "positive"),
    ],
)
def test_which_words_negate(text: str, polarity: str) -> None:
    assert {told for _, told in _moods(text)} == {polarity}


@pytest.mark.parametrize(
    "text",
    [
        "Mea culpa. Last month I told you that North Korea had sent 40 loggers to Minsk. They were a choir.",
        "A correction to last night’s bulletin. We said that Greece had sold Iran 40 tractors. It hasn’t.",
        "In March we wrote that the Grey Fiction (IMO 9990029) had called at Nampo. Wrong ship, our bad.",
        "The statement that the Grey Fiction (IMO 9990029) called at Nampo on 11 March is withdrawn.",
    ],
)
def test_what_is_taken_back_in_a_text_of_other_matters_is_retracted(text: str) -> None:
    assert _moods(text)[0] == ("retracted", "positive")


@pytest.mark.parametrize(
    ("publisher", "mood"), [("Fiction Marine", "denied"), ("state:RU", "denied"), ("The Courier", "asserted")]
)
def test_a_publisher_that_answers_a_charge_denies_in_its_own_words(publisher: str, mood: str) -> None:
    text = (
        "FICTION MARINE, LIMASSOL\n\nAn article says that our tanker Grey Fiction (IMO 9990029) called at Nampo in North Korea "
        "under sanctions.\n\nThat is untrue. Grey Fiction has not put into Nampo or any other harbour of North Korea."
    )
    last = claims(text, publisher=publisher)[-1]
    assert (last.modality, last.polarity) == (mood, "negative")


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Iran did once sell Russia 40 drones, the minister conceded.", "acknowledged"),
        ("Norway and Sweden will contribute 3 million euros to Ukraine in 2026.", "pledged"),
        ("On 14 April a frame showed at Latakia what the analyst took to be Pantsir launchers.", "alleged"),
        (
            "On 30 August the Grey Fiction (IMO 9990029) lay alongside a tanker, probably the Red Fiction (IMO 9990017).",
            "alleged",
        ),
    ],
)
def test_what_verbs_behind_it_and_words_of_likeness_make_of_a_deed(text: str, mood: str) -> None:
    assert [told for told, _ in _moods(text)] == [mood]
