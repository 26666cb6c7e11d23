"""Broken dossiers: what a clerk, an editor or a disk may hand in.

A case makes a file or something like it in a folder and returns its path. `code` is what `drafter check` must exit
with: 3 with a finding of `finding`, 4 with a one-line error, 0 where the oddity is none.
"""

import codecs
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.dossier.sample import TEXT, changed

INPUT = 4
FINDINGS = 3
FINE = 0


@dataclass(frozen=True)
class Case:
    """A way to be broken."""

    name: str
    make: Callable[[Path], Path]
    code: int
    finding: str = ""


def text(name: str, content: str, finding: str = "", code: int | None = None) -> Case:
    """Return a case of a text in UTF-8: with a finding where one is named, else unreadable."""
    return data(name, content.encode("utf-8", "surrogatepass"), finding, code)


def data(name: str, content: bytes, finding: str = "", code: int | None = None) -> Case:
    def make(folder: Path) -> Path:
        path = folder / "dossier.yaml"
        path.write_bytes(content)
        return path

    return Case(name, make, code if code is not None else FINDINGS if finding else INPUT, finding)


def json_text(name: str, content: str, finding: str = "") -> Case:
    def make(folder: Path) -> Path:
        path = folder / "dossier.json"
        path.write_text(content, encoding="utf-8")
        return path

    return Case(name, make, FINDINGS if finding else INPUT, finding)


def loop(folder: Path) -> Path:
    first, second = folder / "dossier.yaml", folder / "other.yaml"
    first.symlink_to(second)
    second.symlink_to(first)
    return first


def dangling(folder: Path) -> Path:
    path = folder / "dossier.yaml"
    path.symlink_to(folder / "gone.yaml")
    return path


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "dossier.yaml")
    return folder / "dossier.yaml"


def without(start: str, end: str = "") -> str:
    """Return the valid text without everything from `start` up to `end`."""
    head, _, rest = TEXT.partition(start)
    return head + (end + rest.partition(end)[2] if end else "")


NOISE = random.Random(2025).randbytes(10_000_000)  # noqa: S311 - the same noise in every run
LICENSING = "licensing: {decisions: 46}"

CASES = [
    # Not a file, or not a text.
    Case("a folder", lambda folder: folder, INPUT),
    Case("a missing file", lambda folder: folder / "dossier.yaml", INPUT),
    Case("a loop of links", loop, INPUT),
    Case("a link to nothing", dangling, INPUT),
    Case("a pipe", pipe, INPUT),
    Case("a device", lambda _: Path("/dev/zero"), INPUT),
    Case("a name too long", lambda folder: folder / ("很" * 300), INPUT),
    Case("a path through a file", lambda folder: data("", b"a: 1").make(folder) / "dossier.yaml", INPUT),
    data("an empty file", b""),
    data("10 MB of noise", NOISE),
    data("10 MB of text", b"a: 1\n" * 2_000_000),
    data("noise of a small file", NOISE[:5000]),
    data("a GBK file", TEXT.encode("gbk")),
    data("a Big5 file", "organ: 鎮公所\n".encode("big5")),
    data("a zip file", b"PK\x03\x04" + NOISE[:200]),
    data("null bytes", TEXT.encode().replace(b"year", b"ye\x00r")),
    data("UTF-16 without a mark", TEXT.encode("utf-16-le")),
    data("a torn UTF-8 character", TEXT.encode()[:-1] + "镇".encode()[:2]),
    data("a half character", b"organ: \xed\xa0\x80\n"),
    # Not YAML as we take it.
    text("a tab", changed("  name:", "\tname:")),
    text("a repeated key", changed("  short:", "  name: 平桥镇\n  short:")),
    text("an anchor", changed("name: 灵溪镇人民政府", "name: &n 灵溪镇人民政府")),
    text("a bomb of aliases", "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
    text("an unclosed bracket", changed("in_force: 6}", "in_force: 6")),
    text("an unclosed quote", changed('edition: "2021"', 'edition: "2021')),
    text("a colon of full width", changed("  county: 云岭县", "  county：云岭县")),
    text("two documents", TEXT + "---\n" + TEXT),
    text("a list at the top", "- organ: 甲\n"),
    text("a sentence at the top", "我镇全年公开政府信息\n"),
    text("a number at the top", "2025\n"),
    text("deep nesting", "a: " + "[" * 50_000),
    text("a key that is a list", "? [a, b]\n: 1\n"),
    text("a tag that makes objects", "organ: !!python/object/apply:os.system ['true']\nyear: 2025\n", "field-missing"),
    text("a control character", changed("name: 灵溪镇", "name: 灵\x07溪镇")),
    json_text("broken JSON", '{"organ": {"name": "甲"}'),
    json_text("JSON with NaN", '{"year": NaN}'),
    json_text("JSON with a repeated key", '{"year": 2025, "year": 2024}'),
    json_text("JSON that is a text", '"2025"'),
    json_text("JSON with half characters", '{"organ": {"name": "\\ud800"}, "year": 2025}', "hidden-character"),
    json_text("JSON with a null byte in the path", '{"year": 2025, "prior": "a\\u0000b"}', "prior-unreadable"),
    # Readable, and wrong.
    text("nothing but a year", "year: 2025\n", "field-missing"),
    text("no organ", without("organ:\n", "year:"), "field-missing"),
    text("no statistics", without("statistics:\n", "notes:"), "field-missing"),
    text("no year", changed("year: 2025\n", ""), "field-missing"),
    text("a year of the past", changed("year: 2025", "year: 1999"), "field-value"),
    text("a huge year", changed("year: 2025", f"year: {'9' * 29}"), "field-value"),
    text("an organ that is a list", "organ: [1]\nyear: 2025\nstatistics: {edition: '2021'}\n", "field-type"),
    text(
        "notes that are a sentence",
        without("notes:\n", "problems:").replace("problems:", "notes: 无\nproblems:"),
        "field-type",
    ),
    text(
        "a note that is a number",
        without("notes:\n", "problems:").replace("problems:", "notes: [3]\nproblems:"),
        "field-type",
    ),
    text(
        "a note that is null",
        without("notes:\n", "problems:").replace("problems:", "notes: [~]\nproblems:"),
        "field-missing",
    ),
    text(
        "statistics that are a list",
        without("statistics:\n", "notes:").replace("notes:", "statistics: []\nnotes:"),
        "field-type",
    ),
    text("tables that are numbers", "organ: {}\nyear: 2025\nstatistics: {edition: 3, proactive: 1}\n", "cell-group"),
    text("keys that are numbers", changed(LICENSING, "1: {2: 3}"), "cell-unknown"),
    text("a key with a point", changed(LICENSING, f"{LICENSING}\n    a.b: 1"), "cell-unknown"),
    text("an empty key", changed(LICENSING, f"{LICENSING}\n    '': 1"), "cell-unknown"),
    text("a missing row", changed(f"    {LICENSING}\n", ""), "cell-missing"),
    text("a null cell", changed(LICENSING, "licensing: {decisions: null}"), "cell-null"),
    text("a cell of spaces", changed(LICENSING, "licensing: {decisions: '  '}"), "cell-blank"),
    text("a slash", changed(LICENSING, "licensing: {decisions: /}"), "cell-slash"),
    text("full-width digits", changed(LICENSING, "licensing: {decisions: ４６}"), "cell-fullwidth"),
    text("a thousands separator", changed(LICENSING, "licensing: {decisions: '1,046'}"), "cell-thousands-separator"),
    text("a decimal count", changed(LICENSING, "licensing: {decisions: 4.6}"), "cell-decimal"),
    text("a negative count", changed(LICENSING, "licensing: {decisions: -46}"), "cell-negative"),
    text("a glued unit", changed(LICENSING, "licensing: {decisions: 46件}"), "cell-unit"),
    text("a boolean cell", changed(LICENSING, "licensing: {decisions: true}"), "cell-not-a-number"),
    text("an infinite cell", changed(LICENSING, "licensing: {decisions: .inf}"), "cell-not-a-number"),
    text("a huge count", changed(LICENSING, f"licensing: {{decisions: {'9' * 30}}}"), "cell-too-large"),
    text(
        "a number of a million digits",
        changed(LICENSING, f"licensing: {{decisions: {'9' * 900_000}}}"),
        "cell-not-a-number",
    ),
    text("the other edition", changed('edition: "2021"', 'edition: "2019"'), "edition-differs"),
    text("sums that do not fit", changed("review: {upheld: 1,", "review: {upheld: 3,"), "disputes-sum"),
    text(
        "thousands of unknown rows",
        changed(LICENSING, LICENSING + "".join(f"\n    r{n}: 1" for n in range(5000))),
        "cell-unknown",
    ),
    text("braces in a note", changed("组织政务公开业务培训2次。", "'组织{{x}}培训'"), "slot-in-text"),
    text("last year that is a folder", f"{TEXT}prior: .\n", "prior-unreadable"),
    text("last year that is missing", f"{TEXT}prior: gone.yaml\n", "prior-unreadable"),
    text("last year that is a list", f"{TEXT}prior: [a]\n", "field-type"),
    # Odd, and fine.
    data("line ends of Windows", TEXT.replace("\n", "\r\n").encode(), code=FINE),
    data("a byte order mark", codecs.BOM_UTF8 + TEXT.encode(), code=FINE),
    data("UTF-16 with a mark", TEXT.encode("utf-16"), code=FINE),
]
