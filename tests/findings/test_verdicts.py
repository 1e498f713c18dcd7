"""What a sound fusion says of the public statements on the traffic, as hand-written claims."""

from typing import Any

import pytest

from embargo.errors import InputError
from embargo.findings import fuse
from embargo.vocabulary import Claim, Document, Finding, Fusion, Reading
from tests.findings.claims import LATE_2024, Y2024, amount, claim, days, document, mentions, place, readings

KOREA: dict[str, Any] = {"giver": "KP", "taker": "RU"}
TROOPS: dict[str, Any] = {"actor": "KP", "taker": "RU", "item": "personnel.military"}
JAN_TO_MID_DEC = days("2024-01-01", "2024-12-15")
SINCE_SEPTEMBER = days("2023-09-01", "2025-05-29", "since")

REPORT = document("Multilateral Sanctions Monitoring Team", "2025-05-29", "msmt-1")


def fused(*claims_by: tuple[Document, Claim]) -> Fusion:
    documents = {paper.id: paper for paper, _ in claims_by}
    return fuse(list(documents.values()), readings(*(one for _, one in claims_by)))


def press(
    name: str, event: str = "transfer.materiel", day: str = "2025-05-30", **slots: Any
) -> tuple[Document, Claim]:
    paper = document(name, day)
    return paper, claim(paper, event, **slots)


def one(fusion: Fusion, start: str) -> Finding:
    found = [finding for finding in fusion.findings if finding.id.startswith(start)]
    assert len(found) == 1, [finding.id for finding in fusion.findings]
    return found[0]


def relays(*wordings: tuple[str, str, object]) -> list[tuple[Document, Claim]]:
    return [
        press(name, item="munition.round", said=said, unit="round", by="MSMT", time=when, **KOREA)
        for name, said, when in wordings
    ]


NINE_MILLION = relays(
    ("Joongang", "about 9000000", JAN_TO_MID_DEC),
    ("The Voice", "nearly 9000000", None),
    ("KBS", "about 9000000", None),
    ("Reuters", "up to 9000000", None),
    ("CNN", "up to 9000000", Y2024),
    ("Redcensor", "about 9000000", Y2024),
)


def test_1_six_relays_of_the_report_are_one_line() -> None:
    finding = one(fused(*NINE_MILLION), "transfer-kp-ru-munition")
    assert (finding.lines.k_min, finding.lines.k_max) == (1, 1)
    assert "6 documents of 6 publishers rest on 1 origin: the MSMT" in finding.lines.why


def test_1_the_reports_own_wording_and_period_stand_and_drift_is_no_news() -> None:
    own = (
        REPORT,
        claim(REPORT, item="munition", said="up to 9000000", unit="round", time=JAN_TO_MID_DEC, **KOREA),
    )
    finding = one(fused(own, *NINE_MILLION), "transfer-kp-ru-munition")
    assert finding.lines.k_max == 1
    assert finding.bounds[0].words == "up to 9,000,000"
    assert "drift, not new information" in " ".join(finding.bounds[0].why)
    assert (finding.period.first, finding.period.last) == (JAN_TO_MID_DEC.first, JAN_TO_MID_DEC.last)


def test_2_a_members_figure_and_the_teams_depend_and_do_not_contradict() -> None:
    team = (
        REPORT,
        claim(REPORT, item="container", said="over 20000", unit="container", time=SINCE_SEPTEMBER, **KOREA),
    )
    korea = press(
        "Yonhap",
        day="2025-07-13",
        item="container",
        said="about 28000",
        unit="container",
        by="KR:DIA",
        time=days(None, "2025-07-13", "by"),
        cumulative=True,
        **KOREA,
    )
    finding = one(fused(team, korea), "transfer-kp-ru-container")
    assert (finding.lines.k_min, finding.lines.k_max) == (1, 2)
    assert [tie.grade for tie in finding.lines.ties] == ["member of"]
    assert finding.contradictions == ()
    assert finding.bounds[0].floor == "over 20,000"


def test_3_officials_of_two_members_are_one_voice_that_may_be_the_teams() -> None:
    early = press(
        "RBC",
        day="2024-12-23",
        item="container",
        said="about 20000",
        unit="container",
        by=("US:officials", "KR:officials", "publisher:Wall Street Journal"),
        time=days(None, "2024-12-23", "by"),
        **KOREA,
    )
    team = (
        REPORT,
        claim(REPORT, item="container", said="over 20000", unit="container", time=SINCE_SEPTEMBER, **KOREA),
    )
    finding = one(fused(early, team), "transfer-kp-ru-container")
    assert (finding.lines.k_min, finding.lines.k_max) == (1, 2)
    assert any(tie.grade == "member of" for tie in finding.lines.ties)


def test_4_two_periods_for_one_sentence_are_a_contradiction_with_both_shown() -> None:
    said: dict[str, Any] = {"item": "missile.ballistic", "said": "at least 100", "by": "MSMT", **KOREA}
    finding = one(
        fused(press("Bloomberg", time=Y2024, **said), press("Reuters", time=SINCE_SEPTEMBER, **said)),
        "transfer-kp-ru-missile-ballistic",
    )
    assert [found.kind for found in finding.contradictions] == ["period"]
    words = finding.contradictions[0].words
    assert "in 2024 (Bloomberg)" in words
    assert "since September 2023 (Reuters)" in words
    assert finding.lines.k_max == 1
    assert finding.confidence.number == "low"
    assert finding.confidence.event == "moderate"


def test_over_and_nearly_in_two_relays_are_a_contradiction_of_bounds() -> None:
    finding = one(
        fused(
            press("Bloomberg", "deploy.personnel", said="over 11000", by="MSMT", time=LATE_2024, **TROOPS),
            press("A copy", "deploy.personnel", said="nearly 11000", by="MSMT", time=LATE_2024, **TROOPS),
        ),
        "deploy-kp-ru",
    )
    assert [found.kind for found in finding.contradictions] == ["bound"]
    assert not finding.bounds[0].differ
    assert finding.lines.k_max == 1


def test_6_a_printed_sum_is_no_third_source() -> None:
    fusion = fused(
        press("UPI", "deploy.personnel", said="over 11000", by="MSMT", time=Y2024, **TROOPS),
        press(
            "Anadolu",
            "deploy.personnel",
            said="about 3000",
            by="MSMT",
            time=days("2025-01-01", "2025-03-31"),
            additional=True,
            **TROOPS,
        ),
        press("CNN", "deploy.personnel", said="14000", time=days("2024-01-01", "2025-03-31"), **TROOPS),
    )
    findings = [found for found in fusion.findings if found.id.startswith("deploy")]
    assert [found.id for found in findings] == [
        "deploy-kp-ru-personnel-military",
        "deploy-kp-ru-personnel-military-2",
    ]
    assert {found.lines.k_max for found in findings} == {1}
    assert "11,000 + 3,000" in fusion.left_out[0][1]
    assert findings[1].near[0].relation == "additional to"
    assert "a further about 3,000" in findings[1].headline
    assert any("a sum, no line of its own" in reason for reason in findings[0].why)


def test_6_shells_that_are_containers_times_a_constant_say_so() -> None:
    def minister(item: str, said: str, unit: str) -> tuple[Document, Claim]:
        return press(
            "Yonhap",
            item=item,
            said=said,
            unit=unit,
            by="KR:DIA",
            time=days(None, "2025-07-13", "by"),
            **KOREA,
        )

    fusion = fused(
        minister("container", "about 28000", "container"),
        minister("munition.shell", "over 12000000", "round"),
    )
    shells = one(fusion, "transfer-kp-ru-munition")
    assert any("about 429 times the 28,000 containers" in reason for reason in shells.why)


def test_7_a_satellite_study_beside_the_team_is_one_line_or_two() -> None:
    oil: dict[str, Any] = {
        "item": "petroleum.refined",
        "unit": "barrel",
        "giver": "RU",
        "taker": "KP",
        "event": "transfer.commodity",
    }
    team = (REPORT, claim(REPORT, said="over 1000000", time=days("2024-03-01", "2024-10-31"), **oil))
    study = press(
        "BBC",
        said="over 1000000",
        by="entity:Open Source Centre",
        time=days("2024-03-07", "2024-11-05"),
        **oil,
    )
    finding = one(fused(team, study), "transfer-ru-kp-petroleum-refined")
    assert (finding.lines.k_min, finding.lines.k_max) == (1, 2)
    assert {origin.access for origin in finding.lines.origins} == {"own instrument", "judgement of a service"}
    assert finding.contradictions == ()


def denial(name: str, words: str, day: str = "2025-06-02") -> tuple[Document, Claim]:
    return press(
        name,
        "statement.deny",
        day=day,
        actor="KP",
        by="KP:Ministry of Foreign Affairs",
        quote=words,
        modality="denied",
    )


def test_11_denying_the_teams_legitimacy_denies_no_fact() -> None:
    sent = press("Bloomberg", "deploy.personnel", said="over 11000", by="MSMT", time=LATE_2024, **TROOPS)
    fusion = fused(
        sent,
        denial("RT", "called it a ghost group"),
        denial("Yonhap", "called it a bogus group"),
        denial("RIA", "called it a shadowy group"),
    )
    troops = one(fusion, "deploy-kp-ru")
    assert troops.stances == ()
    assert troops.against == ()
    alone = one(fusion, "denied-statement")
    assert alone.lines.k_max == 0
    assert {stance.scope for stance in alone.stances} == {"legitimacy"}
    assert "denied only" in alone.why[0]


def test_11_an_acknowledgement_outranks_the_denial_for_troops_and_says_nothing_of_missiles() -> None:
    fusion = fused(
        press("Bloomberg", "deploy.personnel", said="over 11000", by="MSMT", time=Y2024, **TROOPS),
        press("Bloomberg", item="missile.ballistic", said="at least 100", by="MSMT", time=Y2024, **KOREA),
        press("KCNA", "deploy.personnel", day="2024-10-21", by="KP", modality="denied", **TROOPS),
        press(
            "KCNA", "transfer.materiel", day="2024-08-10", by="KP", modality="denied", item="arms", **KOREA
        ),
        press(
            "Bloomberg",
            "deploy.personnel",
            by="KP",
            modality="acknowledged",
            time=days(None, "2025-04-30", "before"),
            **TROOPS,
        ),
    )
    troops = one(fusion, "deploy-kp-ru")
    assert troops.status == "admitted"
    assert (troops.lines.k_min, troops.lines.k_max) == (2, 2)
    assert [stance.kind for stance in troops.stances] == ["denial", "acknowledgement"]
    assert "outranks its own denial" in troops.stances[1].words
    assert troops.bounds[0].rests_on == ("MSMT",)
    missiles = one(fusion, "transfer-kp-ru-missile-ballistic")
    assert missiles.status == "assessed"
    assert missiles.lines.k_max == 1
    assert [stance.kind for stance in missiles.stances] == ["denial"]


def test_a_denial_said_before_the_event_began_does_not_contest_it() -> None:
    fusion = fused(
        press("Bloomberg", "deploy.personnel", said="over 11000", by="MSMT", time=LATE_2024, **TROOPS),
        press("KCNA", "deploy.personnel", day="2024-06-01", by="KP", modality="denied", **TROOPS),
    )
    assert one(fusion, "deploy-kp-ru").against == ()
    assert one(fusion, "denied-deploy-kp-ru").status == "alleged"


MISSILES: dict[str, Any] = {"item": "missile.ballistic", "said": "at least 100", "by": "MSMT", "time": Y2024}


def anomalies(fusion: Fusion) -> list[str]:
    return [found.kind for found in fusion.anomalies]


def test_12_calling_the_team_a_un_body_is_a_wrong_issuer() -> None:
    fusion = fused(press("UPI", "report.publish", quote="a 29-page U.N. report by its MSMT", by="MSMT"))
    assert anomalies(fusion) == ["wrong issuer"]


def test_naming_un_sanctions_beside_the_team_is_no_wrong_issuer() -> None:
    fusion = fused(
        press(
            "UPI",
            "report.publish",
            quote="the MSMT, which looks into breaches of United Nations sanctions",
            by="MSMT",
        )
    )
    assert fusion.anomalies == ()


def test_12_twelve_countries_and_a_list_of_eleven() -> None:
    states = mentions("AU", "CA", "DE", "FR", "GB", "IT", "JP", "KR", "NL", "NZ", "US")
    paper = document("A parish council")
    base = claim(
        paper, "report.publish", quote="The MSMT of 12 countries: Australia, Canada, Germany and so on"
    )
    listed = type(base)(
        base.id, base.document, base.event, base.evidence, actor=states, attribution=base.attribution
    )
    fusion = fuse([paper], readings(listed))
    assert anomalies(fusion) == ["count at odds with its list"]
    assert "12" in fusion.anomalies[0].words
    assert "11" in fusion.anomalies[0].words


def test_12_a_wrong_founding_year_is_named() -> None:
    fusion = fused(
        press("Anadolu", "report.publish", quote="the MSMT, which was set up in October 2023", by="MSMT")
    )
    assert anomalies(fusion) == ["wrong year"]


def test_12_a_page_dated_before_the_event_it_reports() -> None:
    fusion = fused(
        press("KBS", "report.publish", day="2025-05-23", actor="KR", time=days("2025-05-29", "2025-05-29"))
    )
    assert anomalies(fusion) == ["page dated before the event it reports"]


def test_12_roles_reversed_against_every_other_relay_move_nothing() -> None:
    pantsir: dict[str, Any] = {"item": "air_defence.pantsir", "by": "MSMT"}
    right = [press(name, giver="RU", taker="KP", **pantsir) for name in ("Yonhap", "Korea Times")]
    wrong = press("KBS News Today", giver="KP", taker="RU", **pantsir)
    fusion = fused(*right, wrong)
    assert anomalies(fusion) == ["roles reversed"]
    assert [found.id for found in fusion.findings] == ["transfer-ru-kp-air-defence-pantsir"]
    assert fusion.findings[0].contradictions == ()
    assert wrong[1].id in dict(fusion.left_out)


def test_tonnes_that_are_no_million_barrels_are_an_anomaly_with_both_values() -> None:
    paper = document("RBC", "2024-11-22")
    oil: dict[str, Any] = {"item": "petroleum.refined", "giver": "RU", "taker": "KP", "by": "publisher:BBC"}
    fusion = fuse(
        [paper],
        readings(
            claim(paper, "transfer.commodity", said="56000", unit="tonne", **oil),
            claim(paper, "transfer.commodity", said="over 1000000", unit="barrel", **oil),
        ),
    )
    assert anomalies(fusion) == ["units that do not convert"]
    words = fusion.anomalies[0].words
    assert "56,000 tonnes" in words
    assert "over 1,000,000 barrels" in words
    assert "0.42 to 0.47 million barrels" in words
    assert {bound.unit for bound in one(fusion, "transfer-ru-kp-petroleum").bounds} == {"tonne", "barrel"}


def test_containers_and_rounds_are_never_compared() -> None:
    munition: dict[str, Any] = {"item": "munition", "by": "MSMT", **KOREA}
    finding = one(
        fused(
            press("A", said="over 20000", unit="container", **munition),
            press("B", said="up to 9000000", unit="round", **munition),
        ),
        "transfer-kp-ru-munition",
    )
    assert {bound.unit for bound in finding.bounds} == {"container", "round"}
    assert not any(bound.differ for bound in finding.bounds)
    assert finding.contradictions == ()


def test_a_newer_running_figure_of_one_origin_replaces_the_older() -> None:
    def minister(day: str, said: str) -> tuple[Document, Claim]:
        when = days(None, day, "by")
        return press(
            f"paper of {day}",
            day=day,
            item="container",
            said=said,
            unit="container",
            by="KR:Ministry of National Defence",
            time=when,
            cumulative=True,
            **KOREA,
        )

    finding = one(
        fused(minister("2024-02-27", "about 6700"), minister("2024-06-14", "at least 10000")), "transfer"
    )
    assert finding.bounds[0].words == "at least 10,000"
    assert not finding.bounds[0].differ
    assert finding.lines.k_max == 1


def test_a_late_copy_of_an_old_figure_does_not_replace_the_newer_one() -> None:
    def told(day: str, said: str) -> tuple[Document, Claim]:
        return press(
            f"paper of {day}",
            day=day,
            item="container",
            said=said,
            unit="container",
            by="KR:DIA",
            cumulative=True,
            **KOREA,
        )

    finding = one(
        fused(told("2024-02-27", "6700"), told("2024-06-14", "10000"), told("2024-09-01", "6700")), "transfer"
    )
    assert finding.bounds[0].words == "10,000"


def test_estimates_that_do_not_meet_differ_and_both_are_shown() -> None:
    finding = one(
        fused(
            press("A", "deploy.personnel", said="10000 to 12000", by="UA:GUR", time=LATE_2024, **TROOPS),
            press(
                "B",
                "deploy.personnel",
                said="about 15000",
                by="JP:Ministry of Defense",
                time=LATE_2024,
                **TROOPS,
            ),
        ),
        "deploy-kp-ru",
    )
    assert finding.bounds[0].differ
    assert finding.bounds[0].words == "10,000 to 15,500"
    assert finding.bounds[0].floor == "at least 10,000"
    assert "estimates differ" in finding.contradictions[0].words
    assert finding.status == "corroborated"
    assert finding.confidence.number == "low"


def test_what_was_launched_is_linked_to_what_was_received() -> None:
    fusion = fused(
        press("A", **MISSILES, **KOREA),
        press(
            "A",
            "use.weapon",
            actor="RU",
            item="missile.ballistic",
            said="at least 24",
            by="UA:Prosecutor General",
            places=(place("UA:Kyiv", "target"),),
        ),
    )
    received = one(fusion, "transfer")
    assert [(link.finding, link.relation) for link in received.near] == [
        ("use-ru-ua-missile-ballistic", "launched out of received")
    ]


def test_headlines_tell_the_stage() -> None:
    fusion = fused(
        press(
            "A",
            "sanction.impose",
            actor="US",
            taker="RU",
            item="sanction",
            modality="considered",
            by="US:Donald Trump",
        ),
        press("A", "aid.military", giver="DE", taker="UA", item="aid.military", modality="pledged"),
        press(
            "A",
            "transfer.finance",
            giver="group:Western allies",
            taker="UA",
            item="money",
            said="about 30000000000",
            unit="USD",
            modality="requested",
            by="UA:Volodymyr Zelenskyy",
        ),
    )
    assert {found.id: found.headline for found in fusion.findings} == {
        "considered-sanction-us-ru-sanction": "The United States is considering imposing sanctions on Russia",
        "pledged-aid-de-ua-aid-military": "Germany pledged to give military aid to Ukraine",
        "requested-transfer-western-allies-ua-money": "Ukraine asked Western allies for about 30 billion USD",
    }


def test_the_headline_of_the_missiles() -> None:
    assert one(fused(press("A", **MISSILES, **KOREA)), "transfer").headline == (
        "North Korea transferred at least 100 ballistic missiles to Russia in 2024"
    )


def test_also_reported_by_is_never_a_line() -> None:
    finding = one(
        fused(press("Bloomberg", also=("publisher:Wall Street Journal",), **MISSILES, **KOREA)), "transfer"
    )
    assert [origin.id for origin in finding.lines.origins] == ["MSMT"]
    assert "Wall Street Journal" in finding.lines.why
    assert "no line" in finding.lines.why


@pytest.mark.parametrize(
    "member", ["US:State Department", "JP:Ministry of Defense", "KR:National Intelligence Service"]
)
def test_a_member_of_the_team_counts_in_the_highest_number_only(member: str) -> None:
    theirs = MISSILES | {"by": member}
    finding = one(fused(press("A", **MISSILES, **KOREA), press("B", **theirs, **KOREA)), "transfer")
    assert (finding.lines.k_min, finding.lines.k_max) == (1, 2)


def test_a_state_outside_the_team_counts_as_a_line_of_its_own() -> None:
    theirs = MISSILES | {"by": "UA:GUR"}
    finding = one(fused(press("A", **MISSILES, **KOREA), press("B", **theirs, **KOREA)), "transfer")
    assert (finding.lines.k_min, finding.lines.k_max) == (2, 2)
    assert finding.status == "corroborated"


def test_a_ministry_and_its_leader_may_share() -> None:
    claims = [
        press("A", **(MISSILES | {"by": by}), **KOREA)
        for by in ("UA:Volodymyr Zelenskyy", "UA:Ministry of Defence")
    ]
    finding = one(fused(*claims), "transfer")
    assert (finding.lines.k_min, finding.lines.k_max) == (1, 2)


def test_a_ministrys_own_statement_merges_with_its_relays() -> None:
    own = press("Ministry of National Defence of the Republic of Korea", **(MISSILES | {"by": ""}), **KOREA)
    relay = press("Yonhap", **(MISSILES | {"by": "KR:Ministry of National Defence"}), **KOREA)
    finding = one(fused(own, relay), "transfer")
    assert finding.lines.k_max == 1


def test_a_summary_without_number_or_subclass_joins_where_nothing_contradicts() -> None:
    finding = one(
        fused(press("A", **MISSILES, **KOREA), press("B", item="missile", by="MSMT", **KOREA)),
        "transfer-kp-ru-missile-ballistic",
    )
    assert len(finding.claims) == 2
    assert finding.bounds[0].words == "at least 100"


def test_a_retraction_withdraws_and_shows_it() -> None:
    fusion = fused(
        press("A", **(MISSILES | {"by": "UA:GUR"}), **KOREA),
        press("B", day="2025-06-10", modality="retracted", **(MISSILES | {"by": "UA:GUR"}), **KOREA),
        press("C", **MISSILES, **KOREA),
    )
    finding = one(fusion, "transfer")
    assert [origin.id for origin in finding.lines.origins] == ["MSMT"]
    assert [stance.kind for stance in finding.stances] == ["retraction"]
    assert any("withdrawn" in reason for _, reason in fusion.left_out)


def test_absence_of_evidence_supports_and_denies_nothing() -> None:
    fusion = fused(press("A", polarity="negative", **MISSILES, **KOREA))
    assert fusion.findings == ()
    assert "not confirmed" in fusion.left_out[0][1]


def test_a_reading_without_its_document_is_refused_with_the_next_step() -> None:
    with pytest.raises(InputError, match="which is not among the 0 documents"):
        fuse([], [Reading(REPORT.id, (claim(REPORT),), ())])


def test_an_amount_in_brackets_is_the_same_amount_again() -> None:
    paper = document("A")
    base = claim(
        paper, "aid.military", giver="DE", taker="UA", item="aid.military", said="5000000000", unit="EUR"
    )
    item = type(base.items[0])(
        None,
        None,
        None,
        "aid.military",
        type(base.items[0].quantity)(
            **{  # type: ignore[misc]
                f: getattr(base.items[0].quantity, f)
                for f in ("text", "start", "end", "low", "high", "bound", "unit")
            },
            also=(amount("5700000000", "USD"),),
        ),
    )
    paid = type(base)(
        base.id,
        base.document,
        base.event,
        base.evidence,
        supplier=base.supplier,
        recipient=base.recipient,
        items=(item,),
    )
    finding = fuse([paper], readings(paid)).findings[0]
    assert len(finding.bounds) == 1
    assert finding.bounds[0].why == ("one amount, given twice: 5 billion EUR = 5.7 billion USD",)
