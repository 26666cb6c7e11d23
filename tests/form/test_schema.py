import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from drafter.contracts import violations
from drafter.form.editions import load_form
from drafter.form.model import Kind
from drafter.form.statistics import statistics_tree
from tests.form.strategies import valid_statistics

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = ("2019", "2021")
TYPES = {Kind.COUNT: ["integer", "null"], Kind.CHANGE: ["integer", "null"], Kind.MONEY: ["number", "null"]}


def committed(edition: str) -> dict[str, Any]:
    text = (ROOT / "schemas" / f"statistics-{edition}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def leaves(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, item in schema["properties"].items():
        below = f"{path}.{name}" if path else name
        if "properties" in item:
            yield from leaves(item, below)
        else:
            yield below, item


def groups(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "properties" in schema:
        yield schema
        for item in schema["properties"].values():
            yield from groups(item)


@pytest.mark.parametrize("edition", EDITIONS)
def test_schema_and_form_agree_cell_by_cell(edition: str):
    form = load_form(edition)
    found = [
        (path, item["title"], item["type"], item["minimum"] < 0)
        for path, item in leaves(committed(edition))
        if path != "edition"
    ]

    assert found == [
        (cell.path, cell.label, TYPES[cell.kind], cell.kind is Kind.CHANGE) for cell in form.cells.values()
    ]


@pytest.mark.parametrize(("edition", "cells"), [("2019", 22 + 161 + 15), ("2021", 10 + 175 + 15)])
def test_every_cell_of_the_notice_is_there(edition: str, cells: int):
    assert len(list(leaves(committed(edition)))) == cells + 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_group_is_closed_and_complete(edition: str):
    assert all(
        group["required"] == list(group["properties"]) and group["additionalProperties"] is False
        for group in groups(committed(edition))
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_schema_is_one_and_names_no_host(edition: str):
    schema = committed(edition)

    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"statistics-{edition}.schema.json"


def test_the_committed_schemas_are_what_the_forms_say():
    command = [sys.executable, str(ROOT / "scripts" / "generate_schemas.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
def test_valid_statistics_satisfy_their_schema(edition: str, data: st.DataObject):
    tree = statistics_tree(data.draw(valid_statistics(edition)))

    assert violations(f"statistics-{edition}", tree) == []
