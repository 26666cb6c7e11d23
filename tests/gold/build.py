"""The gold set of the audit: clean and faulty reports of invented townships, built in memory from data.

`build_clean(id)` and `build_faulty(id)` return a `Report`. Nothing here imports the package: the tables are rendered
from `schemas/forms/*.yaml` by the code below, the arithmetic is checked by `verify.py` beside it.
`python -m tests.gold.build OUT [ROOT]` writes every report as a file to read. ROOT is another set in the same format.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FORMS = HERE.parent.parent / "schemas" / "forms"
SECTIONS = ("overview", "proactive", "applications", "disputes", "improvement", "other")
TABLES = ("proactive", "applications", "disputes")
SHORT = 300
"""Under so many characters a strict reader may call 总体情况 short."""
PROSE = ("title", "preamble", *SECTIONS, "signature")


@dataclass(frozen=True)
class Expectation:
    """What the one seeded defect is and where a finding must mark it."""

    rule: str
    where: tuple[str, ...]
    """Places a finding may name: a part (`title`, `preamble`, a section key, `signature`), a table's key or a row or
    cell path, or `document`. The first is the best."""
    quote: str
    """Text that must lie within, or overlap, the marked passage; empty where something is missing."""
    also: tuple[str, ...]
    """Rules that may rightly speak of the same defect."""


@dataclass(frozen=True)
class Report:
    """One report with everything an audit may be given beside it."""

    id: str
    kind: str
    about: str
    text: str
    format: str
    """`md` or `txt`."""
    year: int
    organ: dict[str, str]
    cells: dict[str, str]
    """Every printed value by cell path, as printed."""
    prior: str | None = None
    prior_cells: dict[str, str] = field(default_factory=dict)
    siblings: dict[str, str] = field(default_factory=dict)
    gazetteer: tuple[str, ...] = ()
    published: date | None = None
    path: str | None = None
    """Where the report is filed on the site."""
    versions: dict[str, str] = field(default_factory=dict)
    """Other versions of the same report by format."""
    tolerated: frozenset[str] = frozenset()
    """Remarks of level info that a strict reader may rightly make of a clean report."""
    expected: Expectation | None = None
    base: str | None = None


@dataclass
class Parts:
    """A report before it is one text."""

    year: int
    format: str
    prose: dict[str, list[str]]
    headings: dict[str, str]
    cells: dict[str, str]
    dropped: set[str] = field(default_factory=set)
    dropped_tables: dict[str, str] = field(default_factory=dict)
    """What stands in place of a table, by section."""
    dropped_rows: set[str] = field(default_factory=set)


def clean_ids(root: Path = HERE) -> list[str]:
    return sorted(path.stem for path in (root / "clean").glob("*.yaml"))


def faulty_ids(root: Path = HERE) -> list[str]:
    return sorted(path.stem for path in (root / "faulty").glob("*.yaml"))


@cache
def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def case(kind: str, number: str, root: Path = HERE) -> dict[str, Any]:
    """Return the data of one case as written."""
    return _load(root / kind / f"{number}.yaml")


def form_of(year: int) -> dict[str, Any]:
    return _load(FORMS / ("2019.yaml" if year <= 2020 else "2021.yaml"))


def gazetteer_of(county: str, root: Path = HERE) -> tuple[str, ...]:
    return tuple(_load(root / "counties.yaml")[county]["gazetteer"])


# --- tables ----------------------------------------------------------------------------------------------


def paths_of(form: dict[str, Any]) -> list[str]:
    """Return every cell path of an edition, in printed order."""
    return [
        _path(table, row, column)
        for table in form["tables"]
        for block in table["blocks"]
        for row in block["rows"]
        for column in block["columns"]
    ]


def _path(table: dict[str, Any], row: dict[str, Any], column: dict[str, Any]) -> str:
    return ".".join(name for name in (table["key"], row["key"], column["key"]) if name)


def grid_of(table: dict[str, Any], cells: dict[str, str], dropped_rows: set[str]) -> list[list[str]]:
    """Lay a table out in its physical columns; a merged cell is written once, at its top left."""
    width = table["width"]
    rows: list[list[str]] = []
    for block in table["blocks"]:
        rows += _placed(block["header"], width)
        heads = _placed([row["head"] for row in block["rows"]], width)
        for row, line in zip(block["rows"], heads, strict=True):
            at = table["head_width"]
            for column in block["columns"]:
                line[at] = cells[_path(table, row, column)]
                at += column.get("span", 1)
            if f"{table['key']}.{row['key']}" not in dropped_rows:
                rows.append(line)
    return rows


def _placed(lines: list[list[dict[str, Any]]], width: int) -> list[list[str]]:
    taken: set[tuple[int, int]] = set()
    grid = [[""] * width for _ in lines]
    for y, line in enumerate(lines):
        x = 0
        for cell in line:
            while (y, x) in taken:
                x += 1
            grid[y][x] = cell["text"]
            tall, wide = cell.get("rowspan", 1), cell.get("colspan", 1)
            taken |= {(y + down, x + right) for down in range(tall) for right in range(wide)}
    return grid


def table_text(grid: list[list[str]], style: str) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in grid]
    if style == "md":
        lines.insert(1, "|" + " --- |" * len(grid[0]))
    return "\n".join(lines)


# --- from data to parts to text --------------------------------------------------------------------------


def parts_of(number: str, root: Path = HERE) -> Parts:
    """Return the parts of a clean case."""
    data = case("clean", number, root)
    year, organ, contact = data["year"], data["organ"], data.get("contact", {})
    form = form_of(year)
    style = data["format"]
    preamble = data.get("preamble_text") or _load(root / "preambles.yaml")[data["preamble"]].format(
        name=organ["name"], short=organ["short"], year=year, **contact
    )
    title = data.get("title", f"{organ['name']}{year}年政府信息公开工作年度报告")
    prose = {"title": [title], "preamble": _lines(preamble)}
    prose |= {key: _lines(data[key]) for key in SECTIONS if key not in TABLES}
    prose |= {key: _lines(data.get("lead", {}).get(key)) for key in TABLES}
    signed = data.get("signed")
    prose["signature"] = [organ["name"], f"{signed.year}年{signed.month}月{signed.day}日"] if signed else []
    titles = data.get("titles", {})
    headings = {s["key"]: f"## {s['ordinal']}、{titles.get(s['key'], s['title'])}" for s in form["sections"]}
    return Parts(year, style, prose, headings, _cells(data, form))


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _cells(data: dict[str, Any], form: dict[str, Any]) -> dict[str, str]:
    cells = dict.fromkeys(paths_of(form), "0")
    columns = {table["key"]: [c["key"] for c in table["blocks"][0]["columns"]] for table in form["tables"]}
    given = {f"proactive.{path}": value for path, value in data.get("proactive", {}).items()}
    for row, values in data.get("applications", {}).items():
        for column, value in zip(columns["applications"], values, strict=True):
            given[f"applications.{row}.{column}"] = value
    for group, values in data.get("disputes", {}).items():
        names = [c for c in columns["disputes"] if c.startswith(f"{group}.")]
        for column, value in zip(names, values, strict=True):
            given[f"disputes.{column}"] = value
    unknown = given.keys() - cells.keys()
    if unknown:
        raise KeyError(sorted(unknown))
    return cells | {path: str(value) for path, value in given.items()}


def text_of(parts: Parts) -> str:
    """Join the parts; Markdown as it stands, plain text without marks."""
    form = form_of(parts.year)
    tables = {table["section"]: table for table in form["tables"]}
    mark = "# " if parts.format == "md" else ""
    blocks = [mark + line for line in parts.prose["title"]] + parts.prose["preamble"]
    for key in SECTIONS:
        if key in parts.dropped:
            continue
        blocks += [parts.headings[key], *parts.prose[key]]
        if key in parts.dropped_tables:
            blocks.append(parts.dropped_tables[key])
        elif key in tables:
            blocks.append(table_text(grid_of(tables[key], parts.cells, parts.dropped_rows), parts.format))
    blocks += parts.prose["signature"]
    if parts.format == "txt":
        blocks = [block.lstrip("# ").replace("**", "") for block in blocks]
    return "\n\n".join(block for block in blocks if block) + "\n"


# --- one change ------------------------------------------------------------------------------------------


def changed(parts: Parts, change: dict[str, Any]) -> str:
    """Make the one change and return the text.

    `in` + `old` + `new`: prose of one part, all of it if there is no `old`; `old` + `new`: the finished text (labels,
    table lines); `cells`: printed values; `drop`: a section; `drop_table`, with what stands `instead`; `drop_rows`;
    `heading` + `new`: a whole heading line. Nothing: the defect lies in the side files.
    """
    for kind, make in KINDS.items():
        if kind in change:
            make(parts, change)
            return text_of(parts)
    return _once(text_of(parts), change["old"], change["new"]) if change else text_of(parts)


def _reword(parts: Parts, change: dict[str, Any]) -> None:
    prose = "\n".join(parts.prose[change["in"]])
    parts.prose[change["in"]] = _lines(_once(prose, change.get("old", prose), change["new"]))


def _refill(parts: Parts, change: dict[str, Any]) -> None:
    unknown = change["cells"].keys() - parts.cells.keys()
    if unknown:
        raise KeyError(sorted(unknown))
    parts.cells.update({path: str(value) for path, value in change["cells"].items()})


def _rehead(parts: Parts, change: dict[str, Any]) -> None:
    parts.headings[change["heading"]] = change["new"]


def _drop_table(parts: Parts, change: dict[str, Any]) -> None:
    parts.dropped_tables[change["drop_table"]] = change.get("instead", "")


KINDS = {
    "in": _reword,
    "cells": _refill,
    "heading": _rehead,
    "drop_table": _drop_table,
    "drop": lambda parts, change: parts.dropped.add(change["drop"]),
    "drop_rows": lambda parts, change: parts.dropped_rows.update(change["drop_rows"]),
}


def _once(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times")
    return text.replace(old, new)


def shifted(text: str, year: int) -> str:
    """Turn a report of `year` into one of the year before, word for word."""
    for number in (year - 1, year, year + 1):
        text = text.replace(str(number), str(number - 1))
    return text


# --- reports ---------------------------------------------------------------------------------------------


@cache
def build_clean(number: str, root: Path = HERE) -> Report:
    """Build one clean report."""
    data = case("clean", number, root)
    parts = parts_of(number, root)
    prior = data.get("prior")
    tolerated = set(data.get("tolerated", []))
    if len("".join("".join(parts.prose["overview"]).split())) < SHORT:
        tolerated.add("H06")
    return Report(
        id=number,
        kind="clean",
        about=data["about"],
        text=text_of(parts),
        format=data["format"],
        year=data["year"],
        organ=data["organ"],
        cells=parts.cells,
        prior=text_of(parts_of(prior, root)) if prior else None,
        prior_cells=parts_of(prior, root).cells if prior else {},
        siblings={name: text_of(parts_of(name, root)) for name in data.get("siblings", [])},
        gazetteer=gazetteer_of(data["gazetteer"], root) if "gazetteer" in data else (),
        published=data.get("signed"),
        tolerated=frozenset(tolerated),
    )


@cache
def build_faulty(number: str, root: Path = HERE) -> Report:
    """Build one report with its one seeded defect."""
    data = case("faulty", number, root)
    clean = build_clean(data["base"], root)
    parts = parts_of(data["base"], root)
    text = changed(parts, data["change"])
    prior, prior_cells = _beside(data.get("prior"), clean, root)
    return replace(
        clean,
        id=number,
        kind="faulty",
        about=data["about"],
        base=data["base"],
        text=text,
        cells=parts.cells,
        prior=prior,
        prior_cells=prior_cells,
        siblings={
            f"sibling-{n}": _beside(spec, clean, root)[0] or ""
            for n, spec in enumerate(data.get("siblings", []), start=1)
        },
        gazetteer=tuple(n for county in data["gazetteer"] for n in gazetteer_of(county, root))
        if "gazetteer" in data
        else clean.gazetteer,
        published=data.get("published", clean.published),
        path=data.get("path"),
        versions={name: _beside(spec, clean, root)[0] or "" for name, spec in data.get("versions", {}).items()},
        expected=Expectation(data["rule"], tuple(data["where"]), data["quote"], tuple(data.get("also", []))),
    )


def _beside(spec: dict[str, Any] | str | None, clean: Report, root: Path) -> tuple[str | None, dict[str, str]]:
    """Build a side file: a clean case as it is, changed, or this report itself told otherwise."""
    if spec is None:
        return None, {}
    if isinstance(spec, str):
        spec = {"of": spec}
    own = spec["of"] == "self"
    parts = parts_of(clean.id if own else spec["of"], root)
    for key, prose in spec.get("prose", {}).items():
        parts.prose[key] = _lines(prose)
    text = changed(parts, spec.get("change", {}))
    if spec.get("shift"):
        text = shifted(text, parts.year)
    for old, new in spec.get("replace", []):
        if old not in text:
            raise ValueError(f"{old!r} does not stand in the side file")
        text = text.replace(old, new)
    return text, parts.cells


def all_reports(root: Path = HERE) -> list[Report]:
    """Build everything, clean ones first."""
    clean = [build_clean(number, root) for number in clean_ids(root)]
    return clean + [build_faulty(number, root) for number in faulty_ids(root)]


def write_all(out: Path, root: Path = HERE) -> int:
    """Write every report, and the side files of the faulty ones, for a person to read."""
    count = 0
    for report in all_reports(root):
        folder = out / report.kind
        folder.mkdir(parents=True, exist_ok=True)
        name = report.id if report.expected is None else f"{report.id}-{report.expected.rule}"
        files = {f"{name}.{report.format}": report.text}
        if report.expected is not None:
            sides = {"prior": report.prior, **report.siblings, **report.versions}
            files |= {f"{name}.{side}.{report.format}": text for side, text in sides.items() if text}
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
            count += 1
    return count


def main(arguments: list[str]) -> int:
    if len(arguments) not in (1, 2):
        sys.stderr.write("usage: python -m tests.gold.build OUT [ROOT]\n")
        return 2
    sys.stdout.write(f"{write_all(*map(Path, arguments))} files\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
