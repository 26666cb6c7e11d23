"""Read the files as a reader would, and hold every figure in them against figures that are written down here.

Nothing of the program reads here: what counts as a numeral, which words may hold one and what each figure must say
are set down a second time, by hand, for the one township of `tests/sample.py`.
"""

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from drafter.runs.pipeline import Report
from tests.sample import NOTES, ORGAN, dossier

HAN = "〇零一二三四五六七八九十百千万亿两俩仨廿卅卌壹贰叁肆柒捌玖佰仟萬億兩几半"
WORDS = (
    "三审三校", "不一", "统一", "进一步", "一体", "一致", "一般", "十分", "唯一", "单一", "另一方面", "一方面",
    "下一步", "一次性",
    "一站式", "百姓", "一线", "一批次", "第一时间", "逐一", "一并", "几乎", "零距离", "一律", "一定", "一系列",
    "一些", "一经",
)  # fmt: skip
TEXTS = {
    **{note.id: note.text for note in NOTES},
    **{problem.id: f"{problem.text}。{problem.measure}" for problem in dossier().problems},
    **{f"{problem.id}.measure": problem.measure for problem in dossier().problems},
    **{problem.id: f"{problem.text}。{problem.status}" for problem in dossier().last_problems},
    **{f"{problem.id}.status": problem.status for problem in dossier().last_problems},
}
COUNTS = {
    "applications.received.total": 3,
    "applications.received.natural_person": 2,
    "applications.received.business": 1,
    "applications.carried_in.total": 1,
    "applications.concluded.total": 3,
    "applications.granted.total": 2,
    "applications.carried_out.total": 1,
    "change.applications.received.total": 1,
    "derived.app_refused": 1,
}
"""Every count of the sample that is not 0; the facts that are 0 are told without a numeral, or by 0."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the page with the marks of the element around it."""

    text: str
    origin: str
    fact: str
    kind: str


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self.lines: list[str] = []
        self.tags: set[str] = set()
        self._open: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "col", "br", "link"):
            self._open.append((tag, dict(attrs)))
        if tag in ("p", "h1", "h2", "h3"):
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self._open}
        if "main" not in inside or "table" in inside or not data.strip():
            return
        marks = {name: value or "" for _, attributes in self._open for name, value in attributes.items()}
        near = {name: value or "" for name, value in self._open[-1][1].items()}
        self.runs.append(Run(data, marks.get("data-origin", ""), near.get("data-fact", ""), near.get("data-kind", "")))
        self.lines[-1] += data


@dataclass(frozen=True, slots=True)
class Page:
    """The prose of the page, run by run and line by line, and every element it is made of."""

    runs: tuple[Run, ...]
    lines: tuple[str, ...]
    tags: frozenset[str]


def page_of(report: Report) -> Page:
    """Return the prose of the web page; tables are left out."""
    reader = _Page()
    reader.feed(report.files["report.html"].decode("utf-8"))
    return Page(tuple(reader.runs), tuple(reader.lines), frozenset(reader.tags))


def markdown_lines(report: Report) -> list[str]:
    """Return the lines of prose in the Markdown file as they are shown."""
    text = report.files["report.md"].decode("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("|")]
    return [html.unescape(re.sub(r"\\(.)", r"\1", line.lstrip("# "))) for line in lines]


def word_lines(report: Report) -> list[str]:
    """Return the paragraphs of the Word file."""
    from docx import Document

    return [paragraph.text for paragraph in Document(io.BytesIO(report.files["report.docx"])).paragraphs]


def everything(report: Report) -> str:
    """Return all text of all files, as it is stored and as it is shown."""
    parts = [report.files["report.md"].decode("utf-8"), report.files["report.html"].decode("utf-8")]
    with zipfile.ZipFile(io.BytesIO(report.files["report.docx"])) as package:
        parts += [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    shown = [*markdown_lines(report), *word_lines(report), *page_of(report).lines]
    return "\n".join([*parts, *shown])


def prose(report: Report) -> str:
    """Return the prose of all three files as a reader sees it."""
    return "\n".join([*markdown_lines(report), *word_lines(report), *page_of(report).lines])


def is_numeral(character: str) -> bool:
    """Return whether a character counts something: a digit of any script, a Chinese numeral, a share."""
    if character in HAN or character in "%％‰":
        return True
    return unicodedata.category(character) in ("Nd", "Nl", "No") or unicodedata.numeric(character, None) is not None


def unmarked_numerals(page: Page) -> list[str]:
    """Return the runs of the page that hold a numeral and name no origin for it."""
    loose = [
        run for run in page.runs if not run.fact and run.kind not in ("term", "law", "date", "ordinal", "organ", "gap")
    ]
    return [run.text for run in loose if any(map(is_numeral, _without_words(run.text)))]


def _without_words(text: str) -> str:
    return re.sub("|".join(sorted(WORDS, key=len, reverse=True)), "", text)


def wrong_figures(page: Page) -> Iterator[str]:
    """Yield every marked figure that does not say what the sample's tables and notes say."""
    for run in page.runs:
        if run.fact and not _is_right(run):
            yield f"{run.fact}: {run.text}"
        if run.kind == "date" and not set(re.findall(r"\d{4}", run.text)) <= {"2024", "2025", "2026"}:
            yield f"date: {run.text}"
        if run.kind == "organ" and run.text not in (*_organ_words(), "我镇"):
            yield f"organ: {run.text}"


def _organ_words() -> tuple[str, ...]:
    return (ORGAN.name, ORGAN.county + ORGAN.name, *(getattr(ORGAN, name) for name in ORGAN.__slots__))


def _is_right(run: Run) -> bool:
    source = run.fact.rpartition(".")[0]
    if source in TEXTS:
        return run.text in TEXTS[source]
    digits = [int(digits) for digits in re.findall(r"\d+", run.text)]
    return digits == [COUNTS[run.fact]] if run.fact in COUNTS else set(digits) <= {0}
