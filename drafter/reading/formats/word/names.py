"""Names of WordprocessingML, and how its on-off properties are read."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"

_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = {"0", "false", "off", "none"}


def is_strict(root: "_Element") -> bool:
    """Return whether a part is in the strict variant, whose names we do not know."""
    return str(root.tag).startswith(_STRICT)


def value(element: "_Element | None", path: str, name: str = "val") -> str | None:
    """Return an attribute of a descendant such as `pPr/pStyle`; None where either is absent."""
    found = find(element, path)
    return None if found is None else found.get(f"{W}{name}")


def find(element: "_Element | None", path: str) -> "_Element | None":
    """Return the first descendant at a path of names such as `pPr/rPr`."""
    if element is None:
        return None
    return element.find("/".join(f"{W}{part}" for part in path.split("/")))


def is_on(element: "_Element | None", path: str) -> bool | None:
    """Return whether an on-off property is on; None where it is not set."""
    found = find(element, path)
    return None if found is None else found.get(f"{W}val", "1").lower() not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """Return an attribute as an integer; Word itself writes some with a fraction."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default
