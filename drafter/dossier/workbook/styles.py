"""The look of a workbook: few colours, each with one meaning, and fonts that every office program has."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT = "宋体"
TO_FILL, MAY_FILL, FILLED, COMPUTED, HEAD = "#FFF2CC", "#E8F1FA", "#FFFFFF", "#F2F2F2", "#DDE6F0"
_RED, _GREEN, _BLUE, _GREY, _LINE = "#C00000", "#2E7D32", "#1F4E79", "#7F7F7F", "#8A8A8A"
_PALE_RED = "#FDE3E1"
_BOXED = {"border": 1, "border_color": _LINE, "text_wrap": True}
_KINDS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15, "font_color": _BLUE, "valign": "vcenter"},
    "advice": {"text_wrap": True, "valign": "top", "font_size": 10, "font_color": "#404040"},
    "caption": {"font_size": 9, "font_color": _GREY, "valign": "bottom"},
    "over_marks": {"font_size": 9, "font_color": _GREY, "valign": "bottom", "align": "center"},
    "unit": {"font_size": 9, "font_color": _GREY, "valign": "bottom", "align": "right"},
    "head": _BOXED | {"bg_color": HEAD, "bold": True, "align": "center"},
    "row": _BOXED | {"align": "left", "indent": 1},
    "rowgroup": _BOXED | {"align": "center"},
    "note": _BOXED | {"align": "center", "font_size": 9},
    "count": _BOXED | {"bg_color": TO_FILL, "align": "center", "locked": False},
    "optional": _BOXED | {"bg_color": MAY_FILL, "align": "center", "locked": False},
    "text": _BOXED | {"bg_color": TO_FILL, "num_format": "@", "indent": 1, "locked": False},
    "optional_text": _BOXED | {"bg_color": MAY_FILL, "num_format": "@", "indent": 1, "locked": False},
    "centred": _BOXED | {"bg_color": MAY_FILL, "num_format": "@", "align": "center", "locked": False},
    "total": _BOXED | {"bg_color": COMPUTED, "bold": True, "align": "center"},
    "fixed": _BOXED | {"bg_color": COMPUTED, "align": "left", "indent": 1},
    "mark": {"align": "center", "font_size": 10, "font_color": _GREY, "shrink": True},
    "marked": {"font_size": 9, "font_color": "#595959", "align": "right", "text_wrap": True, "indent": 1},
    "help": {"text_wrap": True, "font_size": 10, "font_color": "#404040", "indent": 1},
    "path": {"font_size": 6, "font_color": "#A6A6A6", "text_wrap": True, "align": "center"},
    "plain": {"text_wrap": True, "valign": "vcenter"},
    "state": {"align": "center", "bold": True, "border": 1, "border_color": _LINE},
}


class Styles:
    """The formats of one workbook, made when they are first asked for."""

    def __init__(self, workbook: "Workbook") -> None:
        self.workbook = workbook
        self.made: dict[str, Format] = {}
        self.filled = workbook.add_format({"bg_color": FILLED})
        self.wrong = workbook.add_format({"bg_color": _PALE_RED, "font_color": _RED, "bold": True})
        self.right = workbook.add_format({"font_color": _GREEN, "bold": True})

    def __getitem__(self, kind: str) -> "Format":
        """Return the format of a kind of cell."""
        if kind not in self.made:
            base = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
            self.made[kind] = self.workbook.add_format(base | _KINDS[kind])
        return self.made[kind]
