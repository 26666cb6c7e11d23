"""Read what only LibreOffice opens (doc, wps, rtf, odt): it saves a docx beside, and that is read.

It runs with a profile of its own, without macros, with every way to the network closed, and not for ever.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from drafter.errors import InputError
from drafter.reading.formats.docx import read_docx
from drafter.reading.source import SourceDocument, SourceFormat

SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice", "soffice.exe", "soffice.com")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}</oor:items>
"""
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_CLOSED = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    # A proxy that is not there: whatever a file asks the network for is refused on this machine.
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetFTPProxyPort", "9"),
)


def read_office(path: Path, content: bytes) -> SourceDocument:
    """Return the blocks of an old or foreign Office file. Raises InputError where LibreOffice is absent or fails."""
    document = read_docx(path, as_docx(path, content), SourceFormat.DOC)
    return replace(document, name=path.name)


def as_docx(path: Path, content: bytes) -> bytes:
    """Return an old or foreign Office file as docx. Raises InputError where LibreOffice is absent or fails."""
    program = office_program()
    if program is None:
        raise InputError(
            path,
            "这种文件（.doc、.wps、.rtf、.odt）要借 LibreOffice 转换，本机没有找到；请用 Word 或 WPS 另存为 .docx 再试",
        )
    return _converted(path, content, program)


def office_program() -> str | None:
    """Return where LibreOffice is; None where it is not installed."""
    found = (shutil.which(name) for name in _PROGRAMS)
    there = (place for place in _PLACES if Path(place).is_file())
    return next(filter(None, found), None) or next(there, None)


def _converted(path: Path, content: bytes, program: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "in" / "source.doc", folder / "out"
        source.parent.mkdir()
        source.write_bytes(content)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        settings = _SETTINGS.format("".join(_ITEM.format(*item) for item in _CLOSED))
        (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
        command = [program, "--headless", "--norestore", "--nolockcheck", "--nodefault"]
        command += [f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "docx", "--outdir", str(target)]
        _run(path, [*command, str(source)])
        made = target / "source.docx"
        if not made.is_file():
            raise InputError(
                path, "LibreOffice 打不开这个文件，可能已损坏或设了密码；请用 Word 或 WPS 另存为 .docx 再试"
            )
        return made.read_bytes()


def _run(path: Path, command: list[str]) -> None:
    """Run the program; where it takes too long, it ends with all that it has started."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the file is our own copy
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise InputError(path, "LibreOffice 启动不了；请用 Word 或 WPS 另存为 .docx 再试") from error
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise InputError(path, f"LibreOffice 转换超过 {SECONDS} 秒，没有读取；请另存为 .docx 再试") from error
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    # What is called soffice is a script; the program itself is its child, in the session that we opened for it.
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
