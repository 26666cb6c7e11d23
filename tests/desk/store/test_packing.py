"""A report as bytes comes back as it was, and its hash is that of its content."""

from dataclasses import replace

from drafter.desk.store.packing import digest_of, packed, unpacked
from drafter.richtext import plain
from tests.desk.store.sample import working


def test_a_report_comes_back_whatever_characters_it_holds():
    odd = "\ud800\x00\u200b😀"
    report = working().with_line(replace(working().lines[0], text=plain(odd)))
    content = packed(report)

    assert unpacked(content.source, content.state) == report


def test_the_source_of_two_versions_is_one():
    first, second = working(), working().with_line(replace(working().lines[0], dropped=True))

    assert packed(first).source_digest == packed(second).source_digest
    assert packed(first).digest != packed(second).digest


def test_the_hash_is_over_both_parts():
    contents = [packed(report) for report in (working(), working(sentences=2), working("丁镇人民政府"))]

    assert len({content.digest for content in contents}) == len(contents)
    assert [digest_of(content.source, content.state) for content in contents] == [item.digest for item in contents]
