"""Statistics in which every identity holds, built without looking at the identities.

As in life, most cells of 表三 are zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from drafter.form.editions import load_form
from drafter.form.statistics import Number, Statistics

COLUMNS = ("natural_person", "business", "research", "welfare", "legal_service", "other")
FLOWS = ("received", "carried_in", "concluded", "carried_out")
GROUPS = ("review", "litigation_direct", "litigation_after_review")
RESULTS = ("upheld", "corrected", "other", "pending")
COUNTS = st.integers(min_value=0, max_value=40)
MONEY = st.decimals(min_value=0, max_value=5000, places=4)


@dataclass(frozen=True)
class Year:
    """A valid year: its statistics, its 信息处理费 and the year before."""

    statistics: Statistics
    fees: Mapping[str, Number | None]
    prior: Statistics


@st.composite
def valid_statistics(draw: st.DrawFn, edition: str) -> Statistics:
    """Draw statistics of an edition in which every identity of one year holds."""
    values: dict[str, Number] = {}
    values |= draw(_proactive(edition)) | draw(_applications(edition)) | draw(_disputes())
    return Statistics(edition, {path: values[path] for path in load_form(edition).cells})


@st.composite
def valid_year(draw: st.DrawFn, edition: str) -> Year:
    """Draw statistics, fees and last year's statistics in which the identities across years hold as well."""
    now, before = dict(draw(valid_statistics(edition)).values), dict(draw(valid_statistics(edition)).values)
    for column in (*COLUMNS, "total"):
        before[f"applications.carried_out.{column}"] = now[f"applications.carried_in.{column}"]
    if edition == "2019":
        for row in ("licensing", "other_services", "penalties", "coercion", "fees"):
            total = before[f"proactive.{row}.previous_items"] + before[f"proactive.{row}.change"]
            now[f"proactive.{row}.previous_items"] = total
        return Year(Statistics(edition, now), {}, Statistics(edition, before))
    for row in ("regulations", "normative_documents"):
        path = f"proactive.{row}."
        before[f"{path}in_force"] += now[f"{path}repealed"]
        now[f"{path}in_force"] = before[f"{path}in_force"] + now[f"{path}issued"] - now[f"{path}repealed"]
    collected = draw(st.integers(0, 900))
    now["proactive.fees.amount"] += Decimal(collected) / 10000
    fees = {
        "notices": now["applications.other.no_payment.total"] + draw(COUNTS),
        "billed_yuan": collected + draw(COUNTS),
        "collected_yuan": collected,
    }
    return Year(Statistics(edition, now), fees, Statistics(edition, before))


@st.composite
def _proactive(draw: st.DrawFn, edition: str) -> dict[str, Number]:
    """Draw 表二; 规章 is zero, as it is for a township."""
    cells = [cell for cell in load_form(edition).cells.values() if cell.table == "proactive"]
    values: dict[str, Number] = {}
    for cell in cells:
        strategy = {"count": COUNTS, "change": st.integers(-20, 20), "money": MONEY}[cell.kind.value]
        values[cell.path] = 0 if ".regulations." in cell.path else draw(strategy)
    if edition == "2019":
        values["proactive.normative_documents.published_total"] += values[
            "proactive.normative_documents.newly_published"
        ]
        for row in ("licensing", "other_services", "penalties", "coercion", "fees"):
            values[f"proactive.{row}.previous_items"] += 20
    else:
        values["proactive.normative_documents.repealed"] = 0
    return values


@st.composite
def _applications(draw: st.DrawFn, edition: str) -> dict[str, Number]:
    rows = [row.key for block in load_form(edition).table("applications").blocks for row in block.rows]
    outcomes = [row for row in rows if row not in FLOWS]
    values: dict[str, Number] = {}
    places = st.tuples(st.sampled_from(outcomes), st.sampled_from(COLUMNS))
    counts = draw(st.dictionaries(places, COUNTS, max_size=30))
    for column in COLUMNS:
        amounts = {row: counts.get((row, column), 0) for row in outcomes}
        done, left = sum(amounts.values()), draw(COUNTS)
        carried_in = draw(st.integers(0, done + left))
        amounts |= dict(zip(FLOWS, (done + left - carried_in, carried_in, done, left), strict=True))
        values |= {f"applications.{row}.{column}": amount for row, amount in amounts.items()}
    for row in rows:
        values[f"applications.{row}.total"] = sum(values[f"applications.{row}.{column}"] for column in COLUMNS)
    return values


@st.composite
def _disputes(draw: st.DrawFn) -> dict[str, Number]:
    values: dict[str, Number] = {}
    for group in GROUPS:
        counts = draw(st.lists(COUNTS, min_size=4, max_size=4))
        values |= {f"disputes.{group}.{result}": count for result, count in zip(RESULTS, counts, strict=True)}
        values[f"disputes.{group}.total"] = sum(counts)
    return values
