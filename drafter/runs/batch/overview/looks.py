"""The look of the county's workbooks: few colours, each with one meaning."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_LINE, _INK, _GREY, _BLUE = "#B8C0CA", "#1F2933", "#6B7280", "#1F4E79"
_BOXED = {"border": 1, "border_color": _LINE, "text_wrap": True}
_TEXT = _BOXED | {"quote_prefix": True, "align": "left", "indent": 1}
_KINDS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": _BLUE, "text_wrap": False},
    "advice": {"font_size": 10, "font_color": _GREY, "text_wrap": False, "quote_prefix": True},
    "head": _BOXED | {"bg_color": "#DDE6F0", "bold": True, "align": "center"},
    "text": _TEXT,
    "top": _TEXT | {"valign": "top"},
    "small": _TEXT | {"font_size": 9, "font_color": _GREY},
    "letter_head": {"bold": True, "font_size": 12, "quote_prefix": True, "text_wrap": True, "top": 2, "bottom": 1},
    "letter": {"quote_prefix": True, "text_wrap": True, "valign": "top"},
    "whose": {"font_size": 9, "font_color": _GREY, "quote_prefix": True, "valign": "top", "text_wrap": True},
    "centre": _BOXED | {"align": "center", "quote_prefix": True},
    "number": _BOXED | {"align": "right", "num_format": "#,##0"},
    "figure": _BOXED | {"align": "center", "num_format": "General"},
    "percent": _BOXED | {"align": "right", "num_format": "0.0%"},
    "money": _BOXED | {"align": "right", "num_format": "#,##0.00"},
    "link": _BOXED | {"font_color": "#0B57D0", "underline": 1, "align": "center"},
    "good": _BOXED | {"align": "center", "bg_color": "#E3F1E5", "font_color": "#1B5E20"},
    "look": _BOXED | {"align": "center", "bg_color": "#FFF3CD", "font_color": "#7A4F01", "quote_prefix": True},
    "bad": _BOXED | {"align": "center", "bg_color": "#FBE0DD", "font_color": "#9B1C13", "bold": True},
    "idle": _BOXED | {"align": "center", "bg_color": "#ECEFF3", "font_color": "#4B5563"},
    "sum": _BOXED | {"align": "center", "bold": True, "num_format": "General"},
    "side": _BOXED | {"align": "left", "indent": 1, "bg_color": "#F3F5F8"},
    "side_centre": _BOXED | {"align": "center", "bg_color": "#F3F5F8"},
}


class Looks:
    """The formats of one workbook, made when they are first asked for."""

    def __init__(self, book: "Workbook") -> None:
        self._book, self._made = book, dict[str, "Format"]()

    def __getitem__(self, kind: str) -> "Format":
        """Return the format of a kind of cell."""
        if kind not in self._made:
            base = {"font_name": "宋体", "font_size": 11, "font_color": _INK, "valign": "vcenter"}
            self._made[kind] = self._book.add_format(base | _KINDS[kind])
        return self._made[kind]
