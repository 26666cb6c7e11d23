"""An entry is bound to all it says and to the entry before it."""

from dataclasses import fields, replace

import pytest

from drafter.desk.trail import FIRST, Entry, broken_at

ENTRY = Entry("甲镇", 1, 1, "2026-01-05T08:30:00.000000Z", "张三", "Edit", "overview.1", {"a": 1}, {"a": 2}, FIRST)
OTHERS = {
    "report": "乙镇",
    "number": 2,
    "version": 2,
    "at": "2026-01-05T08:30:00.000001Z",
    "who": "李四",
    "action": "Drop",
    "where": "overview.2",
    "before": {"a": 2},
    "after": {"a": 1},
    "previous": "1" * 64,
    "state": "2" * 64,
}


def sealed(entry: Entry) -> Entry:
    return replace(entry, hash=entry.sealed())


def chain(length: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, length + 1):
        previous = entries[-1].hash if entries else FIRST
        entries.append(sealed(replace(ENTRY, number=number, version=number, previous=previous)))
    return entries


@pytest.mark.parametrize("name", [field.name for field in fields(Entry) if field.name != "hash"])
def test_the_seal_is_over_every_field(name: str):
    assert replace(ENTRY, **{name: OTHERS[name]}).sealed() != ENTRY.sealed()


def test_a_seal_does_not_hang_on_the_order_of_names():
    assert replace(ENTRY, after={"a": 1, "b": 2}).sealed() == replace(ENTRY, after={"b": 2, "a": 1}).sealed()


def test_a_whole_chain_holds():
    assert (broken_at([]), broken_at(chain(3))) == (None, None)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_changed_entry_breaks_the_chain_at_its_place_even_when_it_is_sealed_anew(number: int):
    entries = chain(3)
    entries[number - 1] = replace(entries[number - 1], who="王五")
    assert broken_at(entries) == number

    entries[number - 1] = sealed(entries[number - 1])
    assert broken_at(entries) == (number + 1 if number < 3 else None)


def test_a_missing_or_doubled_entry_breaks_the_chain():
    first, second, third = chain(3)

    assert (broken_at([first, third]), broken_at([second, third]), broken_at([first, first])) == (2, 1, 2)
