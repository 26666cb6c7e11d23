"""J03: the page and the type of a Word file."""

from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.source import Layout

_PAPER = (210.0, 297.0)
_MARGINS = (37.0, 26.0, 35.0, 28.0)
_SIDES = ("上", "右", "下", "左")
_TITLE_FONT, _BODY_FONT = "小标宋", "仿宋"
_TITLE_SIZE, _BODY_SIZE = 22.0, 16.0
_LINE_SPACING = (26.0, 30.0)
_INDENT = 2.0
_PAPER_SLACK, _MARGIN_SLACK, _SIZE_SLACK = 2.0, 3.0, 0.6


def _layout(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for everything in the layout that differs from the standard."""
    layout = audited.report.source.layout
    faults = [*_page_faults(layout), *_type_faults(layout)] if layout else []
    if faults:
        advice = "按 GB/T 9704—2012：A4 纸，天头 37 毫米、订口 28 毫米，标题 2 号小标宋，正文 3 号仿宋，首行缩进 2 字"
        yield Spot(f"Word 版式与公文格式不同：{'；'.join(faults)}", advice, "file")


def _page_faults(layout: Layout) -> Iterator[str]:
    paper = layout.paper_mm
    if paper and any(abs(a - b) > _PAPER_SLACK for a, b in zip(paper, _PAPER, strict=True)):
        yield f"纸张 {paper[0]:.0f}×{paper[1]:.0f} 毫米，应为 A4"
    for side, found, wanted in zip(_SIDES, layout.margins_mm or _MARGINS, _MARGINS, strict=True):
        if abs(found - wanted) > _MARGIN_SLACK:
            yield f"{side}边距 {found:.0f} 毫米，应为 {wanted:.0f} 毫米"
    if layout.has_page_numbers is False:
        yield "没有页码"


def _type_faults(layout: Layout) -> Iterator[str]:
    for name, font, wanted in (("标题", layout.title_font, _TITLE_FONT), ("正文", layout.body_font, _BODY_FONT)):
        if font and wanted not in font:
            yield f"{name}用{font}，应为{wanted}"
    sizes = (("标题", layout.title_size_pt, _TITLE_SIZE), ("正文", layout.body_size_pt, _BODY_SIZE))
    for name, size, right in sizes:
        if size and abs(size - right) > _SIZE_SLACK:
            yield f"{name} {size:g} 磅，应为 {right:g} 磅"
    spacing, indent = layout.line_spacing_pt, layout.first_line_indent_chars
    if spacing and not _LINE_SPACING[0] <= spacing <= _LINE_SPACING[1]:
        yield f"行距 {spacing:g} 磅，一般为 28 磅"
    if indent is not None and abs(indent - _INDENT) > _SIZE_SLACK:
        yield f"首行缩进 {indent:g} 字，应为 2 字"


RULES = (Rule("J03", "layout-differs", Severity.INFO, "GB/T 9704—2012", _layout),)
