"""定稿: make the final files of an approved report, and hand them out."""

from collections.abc import Sequence
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.account import Role
from drafter.desk.actions import Finalise
from drafter.desk.finals import FINAL_FORMATS, FOLDER, NAME, PROVENANCE, TRAIL, Finals, final_files, write_finals
from drafter.desk.outcome import Refused
from drafter.desk.service import Opened
from drafter.desk.store.changes import Conflict
from drafter.desk.store.intake import ALONE
from drafter.desk.web.opened import desktop
from drafter.desk.web.posted import version_of
from drafter.desk.web.rendering import download, page
from drafter.desk.web.sessions import posted, seated
from drafter.desk.web.site import Site, site_of
from drafter.desk.web.views.bench import Desktop, may_of
from drafter.desk.working import Status
from drafter.errors import OutputError

NAMES = {
    f"{NAME}.docx": "Word 文件，报送、存档用",
    f"{NAME}.html": "网页，发布到网站用",
    f"{NAME}.pdf": "PDF，版式固定",
    f"{NAME}.md": "纯文本",
    PROVENANCE: "来源说明：每个数、每句话从哪里来，谁改过、谁认可",
    TRAIL: "留痕：每一次修改和决定",
}
NO_PDF = "没有生成 PDF：{}"
MANAGERS_ONLY = "定稿由管理人员来做"


@seated
async def final(request: Request) -> Response:
    """Show the final files, or what is still to be done before they can be made."""
    return await _page(request, await desktop(request))


@seated
async def make(request: Request) -> Response:
    """Make the final files: all are read back and found to agree before any is written."""
    open_, site = await desktop(request), site_of(request)
    version = version_of(await posted(request))
    problems, status = await run_in_threadpool(_made, site, open_, version)
    return await _page(request, await desktop(request), problems, status)


@seated
async def file(request: Request) -> Response:
    """Hand out a final file; always to be saved, never shown inside the desk."""
    open_, site = await desktop(request), site_of(request)
    name = request.query_params.get("name", "")
    if name not in NAMES or open_.working.status is not Status.FINAL:
        raise HTTPException(404, "没有这个文件。")
    path = folder_of(site, open_.key) / FOLDER / name
    try:
        content = await run_in_threadpool(path.read_bytes)
    except OSError as error:
        raise HTTPException(404, "这个文件已经不在了，请重新生成。") from error
    title = f"{open_.assessed.document.title}{path.suffix}" if name.startswith(f"{NAME}.") else name
    return download(content, title)


def folder_of(site: Site, key: str) -> Path:
    """Return the folder of a report that lies on the desk. Raises 404 for one that leads out of the desk's folder."""
    folder = site.out if key == ALONE else site.out / key
    if not folder.resolve().is_relative_to(site.out.resolve()):
        raise HTTPException(404)
    return folder


def _made(site: Site, open_: Desktop, version: int) -> tuple[tuple[str, ...], int]:
    """Return what went wrong or is to be said, and the status of the answer.

    The files are made once before the decision, so that a report whose files disagree is never called final, and once
    after it, so that their provenance tells of it.
    """
    if open_.account.role is not Role.MANAGER:
        return (MANAGERS_ONLY,), 422
    try:
        trial, _ = _finals(site, open_)
        if trial.findings:
            return tuple(finding.message for finding in trial.findings), 422
        if open_.working.status is not Status.FINAL:
            outcome = site.desk.do(open_.key, version, Finalise(), open_.account)
            if isinstance(outcome, Refused | Conflict):
                return (outcome.message,), 409
        now = site.desk.open(open_.key, open_.account)
        finals, said = _finals(site, now) if now else (Finals({}), "")
        write_finals(folder_of(site, open_.key), finals)
    except OutputError as error:
        return (str(error),), 409
    return (said,) if said else (), 200


def _finals(site: Site, open_: Desktop | Opened) -> tuple[Finals, str]:
    """Return the final files; without the PDF, and why, where this machine cannot make one."""
    key, working, assessed = open_.key, open_.working, open_.assessed
    entries = site.desk.store.trail(key)
    try:
        return final_files(key, working, assessed, entries), ""
    except OutputError as error:
        formats = [name for name in FINAL_FORMATS if name != "pdf"]
        return final_files(key, working, assessed, entries, formats), NO_PDF.format(error)


async def _page(request: Request, open_: Desktop, problems: Sequence[str] = (), status: int = 200) -> Response:
    folder = folder_of(site_of(request), open_.key) / FOLDER
    is_final = open_.working.status is Status.FINAL
    files = [(name, what) for name, what in NAMES.items() if is_final and (folder / name).is_file()]
    may = may_of(open_.working, open_.account)
    return page(request, "final.html", status, open=open_, files=files, problems=problems, may=may, is_final=is_final)
