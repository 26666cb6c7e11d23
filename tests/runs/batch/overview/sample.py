"""Townships and likenesses by hand, and an examiner's hostile texts."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from drafter.findings import Finding, Severity
from drafter.form.editions import load_form
from drafter.form.statistics import Number
from drafter.runs.batch.summary import Spent, Status, Summary
from drafter.runs.sameness.narrative import Likeness, Passage, Shared

ERROR = Finding("cell-null", Severity.ERROR, "applications.received.total", "总计没有填。", "请补填。", 33)
WARNING = Finding("note-year", Severity.WARNING, "N01", "材料写到 2024 年。", "请核对。", 80)
JUMP = Finding("jump-from-last-year", Severity.WARNING, "proactive.penalties.decisions", "增加很多。", "请核对。")
HOSTILE = (
    "<script>document.title='hit'</script>",
    "</script><script>document.title='hit'</script>",
    '"><img src=x onerror="document.title=\'hit\'">',
    "<svg/onload=document.title='hit'>",
    "</title></style></textarea><script>document.title='hit'</script>",
    "javascript:document.title='hit'",
    "{{7*7}}{% raw %}",
    '=HYPERLINK("http://evil.example/","x")',
    "+cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(A1:A9)",
    "<r><t>rich</t></r>",
    "a\u202eb\x00c\ud800d\x1be",
    "镇" * 5_000,
    "'quoted",
    "http://evil.example/#a",
    "_x0041_",
)
"""Names, findings and sentences of somebody who wants a page to run, a cell to compute, or a file to break."""


def cells(
    edition: str = "2021", value: Number | None = 0, changed: Mapping[str, Number | None] | None = None
) -> dict[str, Number | None]:
    return dict.fromkeys(load_form(edition).cells, value) | dict(changed or {})


def done(key: str, **fields: Any) -> Summary:
    """Return a drafted township of 青岚县."""
    usual: dict[str, Any] = {
        "name": f"{key}人民政府",
        "status": Status.DONE,
        "edition": "2021",
        "year": 2025,
        "county": "青岚县",
        "sentences": {"green": 20, "amber": 0, "red": 0},
        "statistics": cells(),
        "folder": key,
        "files": ("report.docx", "report.html"),
        "source": f"{key}/dossier.yaml",
    }
    return Summary(key=key, **(usual | fields))


def blocked(key: str, *findings: Finding, **fields: Any) -> Summary:
    left = {"sentences": None, "folder": "", "files": ()}
    return done(key, status=Status.BLOCKED, findings=findings or (ERROR,), **(left | fields))


def unread(key: str) -> Summary:
    finding = Finding("dossier-unreadable", Severity.ERROR, "dossier", "读不出来。", "请改好。")
    return Summary(key, f"{key}人民政府", Status.BLOCKED, findings=(finding,), source=f"{key}.yaml")


def like(left: str, right: str, jaccard: float, band: str, *sentences: str, section: str = "overview") -> Likeness:
    shared = tuple(Shared(Passage("a", section, text), Passage("b", section, text), text) for text in sentences)
    return Likeness(left, right, section, jaccard, jaccard, 30, band, shared)


def county() -> list[Summary]:
    """Return a small county with everything in it."""
    rich = cells(
        changed={
            "applications.received.total": 12,
            "applications.granted.total": 9,
            "proactive.fees.amount": Decimal("0.38"),
        }
    )
    gap = cells(changed={"applications.received.total": None})
    spent = Spent(3, 1_000, 400, 200, 0.5)
    return [
        done("甲镇", statistics=rich, published=300, spent=spent, model="qwen3"),
        done("乙镇", sentences={"green": 18, "amber": 2, "red": 1}),
        blocked("丙乡", ERROR, WARNING, statistics=gap),
        done("丁街道", gaps=("工作考核结果情况",), findings=(JUMP,)),
        done("戊镇", status=Status.FAILED, error="写不进去", folder="", files=()),
        done("己镇", status=Status.PENDING, sentences=None, folder="", files=()),
        unread("庚乡"),
    ]


def hostile() -> list[Summary]:
    """Return townships whose every text is hostile."""
    return [
        done(
            f"k{number}",
            name=text,
            county=text,
            error=text,
            status=Status.FAILED if number % 2 else Status.DONE,
            model=text,
            source=text,
            findings=(
                Finding("x", Severity.ERROR, text, text, text, address=text),
                Finding("x", Severity.WARNING, text, text, text),
            ),
            gaps=(text,),
            folder=text[:40],
        )
        for number, text in enumerate(HOSTILE)
    ]


def hostile_likenesses() -> list[Likeness]:
    return [like("k0", f"k{number}", 0.9, "block", text, section=text) for number, text in enumerate(HOSTILE) if number]


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
