"""Facts put to the paragraphs: one row a question, with the answer a lawyer would give and why it is asked."""

import pytest

from tests.law.quiz import answers, before, fact, result

ROWS = [
    # arms from the DPRK
    ("both sides of one sentence are bound", fact("supply", "KP", "IR", "arms.tank", "2008-05-02"), "1718/8/b", "KP", "prohibited"),
    ("both sides of one sentence are bound", fact("supply", "KP", "IR", "arms.tank", "2008-05-02"), "1718/8/b", "IR", "prohibited"),
    ("a paragraph of 2009 says nothing of 2008", fact("supply", "KP", "IR", "arms.tank", "2008-05-02"), "1874/9", "IR", "not-covered"),
    ("rifles are in no category of the Register", fact("supply", "KP", "SY", "arms.small", "2010-01-01"), "1718/8/b", "KP", "absent"),
    ("since 2009 all arms, rifles too", fact("supply", "KP", "SY", "arms.small", "2010-01-01"), "1874/9", "SY", "prohibited"),
    ("ballistic missiles are in the Register", fact("supply", "KP", "RU", "missile.ballistic"), "1718/8/b", "RU", "prohibited"),
    ("shells are arms", fact("supply", "KP", "RU", "munition.shell"), "1874/9", "KP", "prohibited"),
    ("whether shells fall under the Register takes a determination", fact("supply", "KP", "RU", "munition.shell"), "1718/8/b", "KP", "needs-determination"),
    ("what strengthens another State's forces needs that State's determination", fact("supply", "KP", "RU", "artillery.spg"), "2270/8", "RU", "needs-determination"),
    ("the flag State of the carrier is bound too", fact("supply", "KP", "RU", "artillery", flags={"vessel": "GA"}), "1874/9", "GA", "prohibited"),
    ("a pledge is no breach", fact("supply", "KP", "RU", "missile.ballistic", status="pledged"), "1874/9", "KP", "not-covered"),
    ("what is only denied is no breach", fact("supply", "KP", "RU", "missile.ballistic", status="denied"), "1874/9", "RU", "not-covered"),
    # arms to the DPRK
    ("small arms were left out in 2012", fact("supply", "RU", "KP", "arms.small", "2012-06-01"), "1874/10", "RU", "absent"),
    ("small arms have been covered since 2 March 2016", fact("supply", "RU", "KP", "arms.small", "2016-03-02"), "1874/10", "RU", "prohibited"),
    ("on the day before they were not", fact("supply", "RU", "KP", "arms.small", before("2016-03-02")), "2270/6", "RU", "not-covered"),
    ("no carve-out in 2270", fact("supply", "RU", "KP", "arms.small"), "2270/6", "RU", "prohibited"),
    ("air defence is arms", fact("supply", "RU", "KP", "air_defence.pantsir"), "2270/6", "RU", "prohibited"),
    ("ground-to-air systems are open under the Register", fact("supply", "RU", "KP", "air_defence.pantsir"), "1718/8/a/i", "RU", "needs-determination"),
    ("jammers are open under the Register", fact("supply", "RU", "KP", "ew_system.jammer"), "1718/8/a/i", "RU", "needs-determination"),
    ("jammers are arms", fact("supply", "RU", "KP", "ew_system.jammer"), "1874/10", "RU", "prohibited"),
    ("tanks are in the Register", fact("supply", "RU", "KP", "arms.tank"), "1718/8/a/i", "RU", "prohibited"),
    ("surface-to-air missiles are open under the Register", fact("supply", "RU", "KP", "missile.sam"), "1718/8/a/i", "RU", "needs-determination"),
    ("arms to the DPRK are no arms from it", fact("supply", "RU", "KP", "arms.tank"), "1874/9", "RU", "absent"),
    # training
    ("training DPRK soldiers is a service for arms", fact("train", "RU", "KP", "artillery"), "1718/8/c", "RU", "prohibited"),
    ("training DPRK soldiers is a service for arms", fact("train", "RU", "KP", "personnel.military"), "1874/10", "RU", "prohibited"),
    ("training DPRK soldiers is a service for arms", fact("train", "RU", "KP", "personnel.military"), "2270/6", "RU", "prohibited"),
    ("in which arms is not said", fact("train", "RU", "KP", "personnel.military"), "1718/8/c", "RU", "needs-determination"),
    ("hosted trainers are the reverse", fact("train", "RU", "KP", "personnel.military"), "2270/9", "RU", "absent"),
    ("DPRK trainers abroad are a reading of 1874", fact("host-trainers", "KP", "UG", "personnel.military"), "2270/9", "UG", "indicator-only"),
    ("DPRK trainers abroad are barred by 1874", fact("host-trainers", "KP", "UG", "personnel.military"), "1874/9", "UG", "prohibited"),
    ("physics may not be taught", fact("teach", "CN", "KP", "course.advanced_physics", "2018-01-01"), "2270/17", "CN", "prohibited-unless"),
    ("chemical engineering only since 2321", fact("teach", "CN", "KP", "course.chemical_engineering", "2016-06-01"), "2270/17", "CN", "needs-determination"),
    ("chemical engineering only since 2321", fact("teach", "CN", "KP", "course.chemical_engineering", "2017-06-01"), "2270/17", "CN", "prohibited-unless"),
    # troops
    ("no paragraph forbids sending troops", fact("deploy-forces", "KP", "RU", "personnel.military"), "1718/8/c", "KP", "indirect/contested"),
    ("no paragraph forbids sending troops", fact("deploy-forces", "KP", "RU", "personnel.military"), "1874/9", "RU", "indirect/contested"),
    # vessels
    ("switching off signals is an indicator", fact("switch-off-ais", actor="KP", flags={"vessel": "KP"}), "2397/13", "KP", "absent"),
    ("switching off signals is an indicator", fact("switch-off-ais", flags={"vessel": "TG"}, circumstances=["vessel-owned-by-target"]), "2397/13", "TG", "indicator-only"),
    ("the ban on transfers at sea needs a DPRK flag", fact("ship-to-ship", "CN", "KP", "petroleum.refined", flags={"vessel": "KP"}), "2375/11", "CN", "prohibited"),
    ("other flags on both sides: not covered", fact("ship-to-ship", "CN", "KP", "petroleum.refined", flags={"vessel": "TG"}), "2375/11", "CN", "not-covered"),
    ("no flag known: nobody can tell", fact("ship-to-ship", "CN", "KP", "petroleum.refined"), "2375/11", "CN", "needs-determination"),
    ("bunkering needs reasonable grounds", fact("bunker", actor="SG", flags={"vessel": "KP"}), "1874/17", "SG", "needs-determination"),
    ("used vessels only since 2397", fact("supply", "CN", "KP", "ship", "2017-06-01", condition="used"), "2397/14", "CN", "not-covered"),
    ("used vessels only since 2397", fact("supply", "CN", "KP", "ship", condition="used"), "2397/14", "CN", "prohibited-unless"),
    ("a new helicopter", fact("supply", "NZ", "KP", "helicopter", "2017-01-01", condition="new"), "2321/30", "NZ", "prohibited-unless"),
    ("a used helicopter", fact("supply", "NZ", "KP", "helicopter", "2017-01-01", condition="used"), "2321/30", "NZ", "absent"),
    # goods from the DPRK
    ("zinc since 30 November 2016", fact("supply", "KP", "TH", "metal.zinc", "2016-12-20"), "2321/28", "TH", "prohibited"),
    ("zinc since 30 November 2016", fact("supply", "KP", "TH", "metal.zinc", "2016-10-20"), "2321/28", "TH", "not-covered"),
    ("seafood since 5 August 2017", fact("supply", "KP", "CN", "seafood", before("2017-08-05")), "2371/9", "CN", "not-covered"),
    ("seafood under older contracts for a month", fact("supply", "KP", "CN", "seafood", "2017-08-20"), "2371/9", "CN", "prohibited-unless"),
    ("seafood after that month", fact("supply", "KP", "CN", "seafood", "2017-09-05"), "2371/9", "CN", "prohibited"),
    ("a code decides", fact("supply", "KP", "CN", "seafood HS 0307.43", "2018-01-01"), "2371/9", "KP", "prohibited"),
    ("rights to fish are for another paragraph", fact("supply", "KP", "CN", "seafood.fishing_rights", "2018-06-01"), "2397/6", "CN", "prohibited"),
    ("coal in 2018", fact("supply", "KP", "CN", "coal", "2018-06-01"), "2371/8", "CN", "prohibited-unless"),
    ("coal that is known to have no exemption", fact("supply", "KP", "CN", "coal", "2018-06-01", exemptions={"any": "no"}), "2371/8", "CN", "prohibited"),
    ("Russian coal through Rajin under notice is lawful", fact("supply", "RU", "CN", "coal", "2018-06-01", place=["KP:Rajin"], exemptions={"rajin-transit": "yes"}), "2371/8", "CN", "exempt"),
    ("the older paragraph no longer binds on the day it is replaced", fact("supply", "KP", "CN", "coal", "2017-08-05"), "2321/26", "CN", "not-covered"),
    ("textiles since 11 September 2017", fact("supply", "KP", "DE", "textile", "2018-02-01", exemptions={"committee-approval": "no"}), "2375/16", "DE", "prohibited"),
    # people
    ("permits to work since 11 September 2017", fact("authorise-work", "KP", "RU", "labour.worker", nationality="KP"), "2375/17", "RU", "prohibited-unless"),
    ("visas that are only sought", fact("authorise-work", "KP", "RU", "labour.worker", nationality="KP", status="requested"), "2375/17", "RU", "not-covered"),
    ("repatriation was due by 22 December 2019", fact("employ", "KP", "RU", "labour.worker", "2019-12-22", nationality="KP"), "2397/8", "RU", "not-covered"),
    ("repatriation was due by 22 December 2019", fact("employ", "KP", "RU", "labour.worker", "2019-12-23", nationality="KP"), "2397/8", "RU", "prohibited-unless"),
    ("sending home is what the paragraph asks", fact("repatriate", actor="RU", nationality="KP", day="2019-12-01"), "2397/8", "RU", "not-covered"),
    # money and humanitarian work
    ("a freeze is lifted for humanitarian work", fact("finance", "CH", "KP", "money", circumstances=["designated-party"], exemptions={"humanitarian-2664": "yes"}), "1718/8/d", "CH", "exempt"),
    ("humanitarian work lifts nothing else", fact("supply", "CH", "KP", "machinery", exemptions={"humanitarian-2664": "yes"}), "2397/7", "CH", "prohibited-unless"),
    ("joint ventures", fact("joint-venture", "CN", "KP", day="2018-06-01", exemptions={"any": "no"}), "2375/18", "CN", "prohibited"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "asked", "provision", "party", "expected"),
    ROWS,
    ids=[f"{number}-{row[2]}-{row[3]}" for number, row in enumerate(ROWS)],
)
def test_a_fact_meets_its_paragraph(why, asked, provision, party, expected) -> None:  # type: ignore[no-untyped-def]
    assert result(asked, provision, party) == expected, why


def test_money_of_others_for_others_is_outside() -> None:
    assert answers(fact("finance", "DE", "UA", "money")) == {}


def test_troops_are_argued_under_two_paragraphs_and_no_other() -> None:
    found = answers(fact("deploy-forces", "KP", "RU", "personnel.military"))
    assert {provision for provision, _ in found} == {"1718/8/c", "1874/9"}


def test_the_target_is_not_bound_by_what_binds_all_others_alone() -> None:
    found = answers(fact("supply", "RU", "KP", "arms.tank"))
    assert {party for provision, party in found if provision == "2270/6"} == {"RU"}
