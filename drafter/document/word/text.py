"""Runs and paragraphs as WordprocessingML."""

from drafter.richtext import PieceKind, Text

# Without the hint Word takes the quotation marks and dashes that both scripts share from the Latin font.
_RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">'
_GAP_RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">'
_END = "</w:t></w:r>"
BREAK = "<w:r><w:br/></w:r>"


def escaped(text: str) -> str:
    """Return a text for use between tags or inside a double-quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def runs(text: Text) -> str:
    """Return a text as runs, a gap highlighted; neighbouring pieces of other kinds share a run."""
    result: list[str] = []
    open_run = ""
    for piece in text.pieces:
        wanted = _GAP_RUN if piece.kind is PieceKind.GAP else _RUN
        if wanted != open_run:
            result += [_END if open_run else "", wanted]
            open_run = wanted
        result.append(escaped(piece.text))
    return "".join(result) + (_END if open_run else "")


def paragraph(style: str, content: str, direct: str = "") -> str:
    """Return a paragraph of a style; `direct` holds properties of its own, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{content}</w:p>'
