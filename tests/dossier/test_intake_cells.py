"""What may be typed into a cell, and what every slip is called."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.dossier.cells import statistics_findings
from drafter.findings import Finding, Severity
from drafter.form.editions import load_form
from drafter.form.statistics import value_at
from drafter.yamltree import Tree
from tests.dossier.sample import TEXT, changed, codes, loaded, only, value

COUNT = "proactive.licensing.decisions"
MONEY = "proactive.fees.amount"
CHANGE = "proactive.licensing.change"


def typed(text: str, path: str = COUNT) -> Finding:
    """Return the finding for a cell in which `text` was typed."""
    old = {COUNT: "licensing: {decisions: 46}", MONEY: "fees: {amount: 0.038}"}[path]
    return only(changed(old, f"{old.split(':')[0]}:\n      {path.rsplit('.', 1)[1]}: {text}"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("null", "cell-null"),
        ("~", "cell-null"),
        ("", "cell-null"),
        ('""', "cell-blank"),
        ('"  "', "cell-blank"),
        ('"\u3000"', "cell-blank"),
        ("/", "cell-slash"),
        ("'-'", "cell-slash"),
        ("—", "cell-slash"),
        ("——", "cell-slash"),
        ("无", "cell-slash"),
        ("N/A", "cell-slash"),
        ("１２", "cell-fullwidth"),
        ("-１", "cell-fullwidth"),
        ("1，234", "cell-thousands-separator"),
        ("1,234", "cell-thousands-separator"),
        ("12,345,678", "cell-thousands-separator"),
        ("3.5", "cell-decimal"),
        ("3.0", "cell-decimal"),
        ("-1.5", "cell-decimal"),
        ("-3", "cell-negative"),
        ("12件", "cell-unit"),
        ("12 件", "cell-unit"),
        ("12余件", "cell-unit"),
        ("12余", "cell-unit"),
        ("30%", "cell-unit"),
        ("三", "cell-not-a-number"),
        ("012", "cell-not-a-number"),
        ("1e3", "cell-not-a-number"),
        ("'12'", "cell-not-a-number"),
        ("true", "cell-not-a-number"),
        ("[1]", "cell-not-a-number"),
        ("{a: 1}", "cell-not-a-number"),
        (".5", "cell-not-a-number"),
        ("NaN", "cell-not-a-number"),
        (".inf", "cell-not-a-number"),
        ("9" * 60, "cell-not-a-number"),
        ("1000000000", "cell-too-large"),
        ("9" * 30, "cell-too-large"),
    ],
)
def test_a_slip_in_a_count_is_named(text: str, code: str):
    finding = typed(text)

    assert (finding.code, finding.where, finding.severity) == (code, COUNT, Severity.ERROR)
    assert "表二“行政许可”行“本年处理决定数量”列" in finding.message
    assert finding.suggestion


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3.5万元", "cell-unit"),
        ("38626元", "cell-unit"),
        ("１.５", "cell-fullwidth"),
        ("1,234.50", "cell-thousands-separator"),
        ("-0.5", "cell-negative"),
        ("约3万", "cell-not-a-number"),
        ("999999999", "cell-too-large"),
    ],
)
def test_a_slip_in_an_amount_is_named(text: str, code: str):
    assert (typed(text, MONEY).code, typed(text, MONEY).where) == (code, MONEY)


@pytest.mark.parametrize(
    ("text", "path", "advice"),
    [
        ("１２", COUNT, "12"),
        ("1,234", COUNT, "1234"),
        ("3.0", COUNT, "3"),
        ("012", COUNT, "12"),
        ("12件", COUNT, "12"),
        ("38626734.22元", MONEY, "3862.673422"),
        ("2亿元", MONEY, "20000"),
    ],
)
def test_the_suggestion_says_what_to_type(text: str, path: str, advice: str):
    assert f" {advice}" in typed(text, path).suggestion


@pytest.mark.parametrize("text", ["0", "46", "999999999"])
def test_a_count_is_fine(text: str):
    assert codes(changed("licensing: {decisions: 46}", f"licensing: {{decisions: {text}}}")) == []


@pytest.mark.parametrize("text", ["0.038", "12", "99999999"])
def test_an_amount_is_fine(text: str):
    assert codes(changed("fees: {amount: 0.038}", f"fees: {{amount: {text}}}")) == []


def test_null_is_never_zero():
    text = changed("licensing: {decisions: 46}", "licensing: {decisions: null}")
    dossier = loaded(text).dossier

    assert dossier is not None
    assert dossier.statistics[COUNT] is None
    assert not dossier.statistics.is_complete


def test_a_cell_is_found_by_its_line():
    text = changed("carried_in: {natural_person: 1, business: 0", "carried_in: {natural_person: 1, business: 无")

    assert TEXT.splitlines()[(only(text).line or 0) - 1].startswith("    carried_in:")


def test_a_missing_cell_is_named_with_its_line():
    finding = only(changed("coercion: {decisions: 0}", "coercion: {}"))

    assert (finding.code, finding.where) == ("cell-missing", "proactive.coercion.decisions")
    assert TEXT.splitlines()[(finding.line or 0) - 1].startswith("    coercion")


@pytest.mark.parametrize("row", ["", "coercion:"])
def test_every_cell_of_a_missing_or_empty_row_is_missing(row: str):
    assert codes(changed("coercion: {decisions: 0}", row)) == [("cell-missing", "proactive.coercion.decisions")]


def test_every_cell_of_a_missing_table_is_missing():
    head, _, rest = TEXT.partition("  disputes:\n")
    text = head + "notes:" + rest.partition("notes:")[2]

    assert codes(text) == [
        ("cell-missing", path) for path in sorted(load_form("2021").cells) if path.startswith("disputes.")
    ]


def test_a_row_typed_as_one_number_is_named_once():
    assert codes(changed("coercion: {decisions: 0}", "coercion: 0")) == [("cell-group", "proactive.coercion")]


def test_an_unknown_row_is_named_with_the_nearest_name():
    finding = only(changed("licensing: {decisions: 46}", "licensing: {decisions: 46}\n    licencing: {decisions: 46}"))

    assert (finding.code, finding.where) == ("cell-unknown", "proactive.licencing")
    assert "licensing" in finding.suggestion


def test_a_row_of_the_other_edition_is_recognised():
    finding = only(
        changed("coercion: {decisions: 0}", "coercion: {decisions: 0}\n    procurement: {items: 1, amount: 2}")
    )

    assert (finding.code, finding.where) == ("cell-unknown", "proactive.procurement")
    assert "2019" in finding.suggestion


def test_the_edition_of_another_year_is_named():
    assert codes(changed('edition: "2021"', 'edition: "2019"')) == [("edition-differs", "statistics.edition")]


@pytest.mark.parametrize("edition", ["2021", "'2021'"])
def test_the_edition_needs_no_quotes(edition: str):
    assert codes(changed('edition: "2021"', f"edition: {edition}")) == []


def test_a_missing_edition_is_a_missing_field():
    assert codes(changed('  edition: "2021"\n', "")) == [("field-missing", "statistics.edition")]


def test_all_slips_are_reported_at_once():
    text = changed(
        "regulations: {issued: 0, repealed: 0, in_force: 0}", "regulations: {issued: /, repealed: ０, in_force: 无}"
    )

    assert [code for code, _ in codes(text)] == ["cell-slash", "cell-slash", "cell-fullwidth"]


def fits(form_cell_kind: str, entry: Any) -> bool:
    """Return whether an entry may stand in a cell: said here once more, without the schema."""
    if isinstance(entry, bool) or not isinstance(entry, int | Decimal):
        return False
    if form_cell_kind == "money":
        return 0 <= entry <= 99_999_999
    return isinstance(entry, int) and (0 if form_cell_kind == "count" else -999_999_999) <= entry <= 999_999_999


ENTRIES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-3, 30)
    | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-9, max_value=9)
    | st.text(max_size=6)
    | st.from_regex(r"[-０-９0-9,，.件元万 ]{1,8}", fullmatch=True)
    | st.lists(st.integers(), max_size=2)
    | st.dictionaries(st.text(max_size=3), st.integers(), max_size=2)
)


@given(edition=st.sampled_from(["2019", "2021"]), data=st.data())
def test_exactly_the_entries_that_do_not_fit_are_found(edition: str, data: st.DataObject):
    form = load_form(edition)
    entries = data.draw(st.dictionaries(st.sampled_from(list(form.cells)), ENTRIES, max_size=8))
    raw: dict[str, Any] = {"edition": edition}
    for path in form.cells:
        *groups, key = path.split(".")
        node = raw
        for group in groups:
            node = node.setdefault(group, {})
        node[key] = entries.get(path, 0)

    findings = statistics_findings(form, raw, Tree({"statistics": raw}, {}))

    wrong = {path for path, entry in entries.items() if not fits(form.cells[path].kind.value, entry)}
    assert sorted(finding.where for finding in findings) == sorted(wrong)
    assert all((finding.code == "cell-null") == (value_at(raw, finding.where) is None) for finding in findings)


def test_the_sample_is_what_it_says():
    assert value_at(value()["statistics"], MONEY) == Decimal("0.038")
