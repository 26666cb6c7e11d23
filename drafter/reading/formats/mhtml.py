"""Read a page saved as one file (.mht): its first page, without the rest."""

from email import message_from_bytes, policy
from email.errors import MessageError
from pathlib import Path

from drafter.errors import InputError
from drafter.reading.formats.encoding import declared_charset, decode
from drafter.reading.formats.html import read_html
from drafter.reading.source import SourceDocument

MAX_PARTS = 2000


def read_mhtml(path: Path, content: bytes) -> SourceDocument:
    """Return the blocks of the page. Raises InputError where the file holds no page."""
    from dataclasses import replace

    try:
        message = message_from_bytes(content, policy=policy.compat32)
        parts = [part for part, _ in zip(message.walk(), range(MAX_PARTS), strict=False)]
    except (MessageError, ValueError, RecursionError) as error:
        raise InputError(path, "网页文件已损坏，请重新保存") from error
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes) or not payload.strip():
        raise InputError(path, "这个网页文件里没有网页正文，请重新保存为“网页，仅 HTML”")
    charset = str(page.get_content_charset() or "") or declared_charset(payload)
    document = read_html(path, decode(path, payload, charset))
    address = str(page.get("Content-Location") or "")
    return replace(document, metadata={"address": address, **document.metadata}) if address else document
