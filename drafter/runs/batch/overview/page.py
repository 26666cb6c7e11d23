"""总览.html: one file that asks nothing of anybody, with its script and its style allowed by their hashes only."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.form.layout import Placed, table_layout
from drafter.runs.batch.overview.charts import END, LABEL, ROW, WIDE, charts_of
from drafter.runs.batch.overview.county import County, gathered
from drafter.runs.batch.overview.legible import legible
from drafter.runs.batch.overview.line import STATUS_NAMES
from drafter.runs.batch.overview.lists import NOT_COMPARED
from drafter.runs.batch.overview.risk import ORDER
from drafter.runs.batch.overview.rollup import RollUp
from drafter.runs.batch.overview.rows import COLUMNS, page_likenesses, page_rows
from drafter.runs.batch.overview.sums import named, scope, sum_text
from drafter.runs.batch.summary import Summary
from drafter.runs.sameness.narrative import Likeness

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).resolve().parent / "templates"
MOST_ALL, MOST_RISKY = 2_000, 500
"""Up to so many townships all are listed; of more, only the riskiest: a browser shows no forty thousand rows."""
MOST_GAPS = 100


@dataclass(frozen=True, slots=True)
class SumCell:
    """A cell of a table of sums as the template prints it."""

    text: str
    tag: str
    scope: str
    look: str
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class SumTable:
    """A table of sums: its title and its printed rows."""

    title: str
    look: str
    rows: tuple[tuple[SumCell, ...], ...]


@dataclass(frozen=True, slots=True)
class PageSums:
    """The sums of a year: what they are of, the official tables, and what each gap lacks."""

    year: int
    scope: list[str]
    tables: tuple[SumTable, ...]
    gaps: tuple[tuple[str, str, str], ...]
    more: int


def overview_page(summaries: Iterable[Summary], likenesses: Iterable[Likeness] | None) -> bytes:
    """Return the overview as a page. `summaries` are gone through twice, `likenesses` once."""
    return county_page(gathered(summaries, likenesses), summaries)


def county_page(county: County, summaries: Iterable[Summary]) -> bytes:
    """Return the overview of a county that has been gathered; findings are read of the listed townships only."""
    listed = county.lines if len(county.lines) <= MOST_ALL else county.lines[:MOST_RISKY]
    rows = page_rows(county, {line.key for line in listed}, summaries)
    script, style = _text("overview.js"), _text("overview.css")
    page = _template().render(
        county=county,
        rows=rows,
        columns=COLUMNS,
        order=ORDER,
        statuses=[(STATUS_NAMES[status], number) for status, number in county.statuses.items()],
        charts=charts_of(county),
        sums=[_sums(roll_up) for roll_up in county.roll_ups],
        likenesses=page_likenesses(county),
        not_compared=NOT_COMPARED,
        drawn={"row": ROW, "label": LABEL, "wide": WIDE, "end": END},
        totals=_totals(county),
        script=_Plain(script),
        style=_Plain(style),
        policy=f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'",
    )
    return str(page).encode("utf-8")


class _Plain(str):
    """Text of our own files, which the template prints as it stands."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the text itself."""
        return str(self)


def _totals(county: County) -> list[tuple[str, str, str]]:
    """Return the figures on top of the page: name, value, colour."""
    errors = sum(line.errors for line in county.lines)
    warnings = sum(line.warnings for line in county.lines)
    tokens = sum(line.spent.prompt_tokens + line.spent.completion_tokens for line in county.lines)
    costs = [line.spent.cost_yuan for line in county.lines if line.spent.cost_yuan is not None]
    figures = [
        ("错误", f"{errors:,}", "bad" if errors else "good"),
        ("提醒", f"{warnings:,}", "look" if warnings else "good"),
        (
            "待补",
            f"{sum(line.gaps for line in county.lines):,}",
            "look" if any(line.gaps for line in county.lines) else "good",
        ),
        _alike(county),
        ("tokens", f"{tokens:,}", ""),
    ]
    return figures + ([("费用（元）", f"{sum(costs):,.2f}", "")] if costs else [])


def _alike(county: County) -> tuple[str, str, str]:
    pairs = county.kinship.counts
    if not county.kinship.is_compared:
        return "雷同", "没有比较", ""
    look = "bad" if pairs["block"] else "look" if pairs["warn"] else "good"
    return "雷同／偏高（对）", f"{pairs['block']}／{pairs['warn']}", look


def _sums(roll_up: RollUp) -> PageSums:
    gaps = list(roll_up.incomplete.items())
    shown = [(roll_up.form.cells[path].label, sum_text(found), named(found)) for path, found in gaps[:MOST_GAPS]]
    tables = tuple(
        SumTable(
            f"{table.name}　{roll_up.form.section(table.section).title}",
            f"w{table.width}",
            tuple(tuple(_cell(placed, roll_up) for placed in row) for row in table_layout(table)),
        )
        for table in roll_up.form.tables
    )
    return PageSums(roll_up.year, scope(roll_up), tables, tuple(shown), len(gaps) - len(shown))


def _cell(placed: Placed, roll_up: RollUp) -> SumCell:
    head = placed.head
    if placed.path:
        found = roll_up.sums[placed.path]
        look = "sum" if found.is_complete else "sum look"
        return SumCell(sum_text(found), "td", "", look, head.rowspan, head.colspan)
    is_head = head.scope != "note"
    look = "head" if placed.is_header else "side"
    return SumCell(
        head.text, "th" if is_head else "td", head.scope if is_head else "", look, head.rowspan, head.colspan
    )


def _finalized(value: object) -> object:
    """Return a value as it is printed: every text but our own files is made legible, whoever it came from."""
    return legible(value) if isinstance(value, str) and not isinstance(value, _Plain) else value


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@cache
def _text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("overview.html")
