"""What a clerk is told of a report that is too much like another."""

from drafter.findings import Severity
from drafter.runs.sameness.comparing import compared
from drafter.runs.sameness.findings import is_last_year, sameness_findings
from tests.runs.sameness.townships import NOTES, narrative

SAME = NOTES["青石镇"]
ONE = "在三月和九月的圩日由包村干部带着账本到凉亭逐笔念给群众听并当场解释。"


def test_both_are_told_of_each_other_with_both_sentences() -> None:
    found = list(compared(narrative("k1", [*SAME, ONE]), narrative("k2", [ONE, *SAME])))
    names = {"k1": "青石镇", "k2": "云台乡"}
    for key, other in (("k1", "云台乡"), ("k2", "青石镇")):
        (finding,) = sameness_findings(key, found, names)

        assert (finding.code, finding.severity) == ("same-as-sibling", Severity.ERROR)
        assert other in finding.message
        assert finding.message.count(ONE) == 2
        assert finding.suggestion


def test_the_finding_stands_at_the_reports_own_sentence() -> None:
    found = list(compared(narrative("k1", [*SAME, ONE]), narrative("k2", [ONE, *NOTES["云台乡"]])))
    (left,), (right,) = (list(sameness_findings(key, found, {})) for key in ("k1", "k2"))

    assert (left.where, right.where) == ("overview/overview.6", "overview/overview.1")
    assert left.severity is right.severity is Severity.WARNING


def test_last_year_is_named_by_its_year() -> None:
    found = list(compared(narrative("k1", SAME), narrative("k1@2024", SAME)))
    (finding,) = sameness_findings("k1", found, {})

    assert (finding.code, finding.severity) == ("same-as-last-year", Severity.WARNING)
    assert "2024" in finding.message


def test_others_and_what_is_not_in_a_band_are_not_told() -> None:
    alike = list(compared(narrative("k1", SAME), narrative("k2", SAME)))
    unlike = list(compared(narrative("k3", SAME), narrative("k4", NOTES["云台乡"])))

    assert list(sameness_findings("k3", [*alike, *unlike], {})) == []


def test_only_a_year_behind_the_own_key_is_last_year() -> None:
    assert is_last_year("k1", "k1@2024")
    assert not is_last_year("k1", "k2@2024")
    assert not is_last_year("k1", "k1")
    assert not is_last_year("a", "a@b")
