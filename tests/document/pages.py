"""Pages of a PDF as pictures, measured in millimetres; needs poppler."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

DPI = 72
WHITE = 250


@dataclass(frozen=True)
class Ink:
    """Where a page is not white, in mm from its left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float


def ink_of_pages(pdf: Path) -> list[Ink]:
    """Return the box around all ink for every page."""
    prefix = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), str(pdf), str(prefix)], check=True)
    return [_ink(path) for path in sorted(pdf.parent.glob(f"{prefix.name}-*.pgm"))]


def _ink(path: Path) -> Ink:
    _, size, _, pixels = path.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    rows = [number for number in range(height) if min(pixels[number * width : (number + 1) * width]) < WHITE]
    columns = [number for number in range(width) if min(pixels[number::width]) < WHITE]
    scale = 25.4 / DPI
    return Ink(columns[0] * scale, rows[0] * scale, (columns[-1] + 1) * scale, (rows[-1] + 1) * scale)


def assert_within_margins(pages: list[Ink]) -> None:
    """Fail where ink stands outside the margins, but for hanging punctuation on the right and the number below."""
    for page in pages:
        assert page.left > 27.5
        assert page.top > 36.5
        assert page.right < 210 - 26 + 5.7
        assert page.bottom < 297 - 35 + 12


def text_of(pdf: Path) -> str:
    """Return the text of a PDF in the order it was drawn."""
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True)
    return done.stdout
