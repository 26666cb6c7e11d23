"""Word and WPS: a report out for review, an edited file back in, and what of it is taken."""

from dataclasses import replace
from pathlib import PurePath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.web.opened import desktop
from drafter.desk.web.posted import version_of
from drafter.desk.web.rendering import download, page
from drafter.desk.web.sessions import posted, seated, text_of
from drafter.desk.web.site import site_of
from drafter.desk.web.views.bench import Desktop, may_of
from drafter.desk.web.views.proposals import shown_proposals
from drafter.desk.word.exchange import imported, review_of, taken
from drafter.desk.word.imported import Imported
from drafter.desk.word.trying import tried
from drafter.errors import DrafterError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_OF_A_NAME = 80
STALE = "没有采用：您看过改动之后，这份报告又改过。下面是按现在的报告重新检查的结果，请再选一次。"


@seated
async def word(request: Request) -> Response:
    """Show both ways: the file to take along, and the place to bring it back to."""
    return page(request, "word.html", open=await desktop(request), problem="")


@seated
async def review_file(request: Request) -> Response:
    """Return the report as a Word file for review."""
    open_ = await desktop(request)
    content = await run_in_threadpool(review_of, open_.opened)
    dossier = open_.assessed.dossier
    return download(content, f"{dossier.organ.name}{dossier.year}年度报告（送审第{open_.version}稿）.docx", DOCX)


@seated
async def bring(request: Request) -> Response:
    """Read an edited file and show what it proposes; nothing is taken yet."""
    open_, site = await desktop(request), site_of(request)
    file = (await posted(request)).get("file")
    if not isinstance(file, UploadFile) or not file.size:
        return page(request, "word.html", 422, open=open_, problem="请先选一个 Word 文件。")
    content, name = await file.read(), safe_name(file.filename or "")
    try:
        found = await run_in_threadpool(imported, site.desk, open_.opened, content, name, open_.account)
    except DrafterError as error:
        return page(request, "word.html", 422, open=open_, problem=str(error))
    return await _proposed(request, open_, found)


@seated
async def take(request: Request) -> Response:
    """Take the changes that were ticked, one by one, each as its own decision in the trail."""
    open_, site = await desktop(request), site_of(request)
    form = await posted(request)
    found = site.imports.get(text_of(form, "token", 100), open_.key, open_.account.name)
    if found is None:
        raise HTTPException(404, "读进来的文件已经不在了，请再选一次文件。")
    if version_of(form) != open_.version:
        return await _proposed(request, open_, found, problems=(STALE,), status=409)
    ticked = {str(number) for number in form.getlist("take")}
    chosen = [proposal for number, proposal in enumerate(found.proposals) if str(number) in ticked]
    outcome = await run_in_threadpool(taken, site.desk, open_.opened, chosen, open_.account)
    rest = replace(found, proposals=tuple(item for item in found.proposals if item not in outcome.taken))
    refused = [f"“{proposal.after[:40]}”没有采用：{refusal.message}" for proposal, refusal in outcome.refused]
    problems = (*refused, *([outcome.conflict.message] if outcome.conflict else []))
    status = 409 if outcome.conflict else 200
    return await _proposed(request, await desktop(request), rest, len(outcome.taken), problems, status)


def safe_name(name: str) -> str:
    """Return what a file is called, for messages only: without folders, without what cannot be seen, not too long."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[:MOST_OF_A_NAME].strip(". ") or "Word 文件"


async def _proposed(
    request: Request,
    open_: Desktop,
    found: Imported,
    count: int = 0,
    problems: tuple[str, ...] = (),
    status: int = 200,
) -> Response:
    """Return the page of what a file proposes, kept so that it can be taken."""
    labels = {path: cell.label for path, cell in open_.assessed.dossier.form.cells.items()}
    outcomes = await run_in_threadpool(tried, found.proposals, open_.working, open_.account)
    values = {
        "token": site_of(request).imports.put(open_.key, open_.account.name, found),
        "shown": list(shown_proposals(outcomes, open_.working, labels)),
        "numbers": {line.id: number for number, line in enumerate(open_.working.lines, start=1)},
        "labels": labels,
        "may": may_of(open_.working, open_.account),
        "taken": count,
        "problems": problems,
    }
    return page(request, "proposals.html", status, open=open_, imported=found, **values)
