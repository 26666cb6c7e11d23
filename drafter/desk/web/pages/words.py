"""Word and WPS: a report out for review, an edited file back in, and what of it is taken."""

from pathlib import PurePath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.outcome import Refused
from drafter.desk.service import Saved
from drafter.desk.store.changes import Conflict
from drafter.desk.web.opened import desktop
from drafter.desk.web.posted import version_of
from drafter.desk.web.rendering import download, page
from drafter.desk.web.sessions import posted, seated, text_of
from drafter.desk.web.site import Site, site_of
from drafter.desk.web.views.bench import Desktop, may_of
from drafter.desk.web.views.proposals import shown_proposals
from drafter.desk.word.export import Exported, review_docx
from drafter.desk.word.imported import Imported, Proposal, taking_order
from drafter.desk.word.importing import import_docx
from drafter.desk.word.notices import notices_of
from drafter.errors import DrafterError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_CHARACTERS_OF_A_NAME = 80


@seated
async def word(request: Request) -> Response:
    """Show both ways: the file to take along, and the place to bring it back to."""
    return page(request, "word.html", open=await desktop(request), problem="")


@seated
async def review_file(request: Request) -> Response:
    """Return the report as a Word file for review."""
    open_ = await desktop(request)
    exported = Exported(open_.key, open_.version)
    content = await run_in_threadpool(review_docx, open_.assessed.document, exported, notices_of(open_.assessed))
    organ = open_.assessed.dossier.organ.name
    return download(content, f"{organ}{open_.assessed.dossier.year}年度报告（送审第{open_.version}稿）.docx", DOCX)


@seated
async def bring(request: Request) -> Response:
    """Read an edited file and show what it proposes; nothing is taken yet."""
    open_, site = await desktop(request), site_of(request)
    file = (await posted(request)).get("file")
    if not isinstance(file, UploadFile) or not file.size:
        return page(request, "word.html", 422, open=open_, problem="请先选一个 Word 文件。")
    name = PurePath((file.filename or "").replace("\\", "/")).name[:MOST_CHARACTERS_OF_A_NAME] or "Word 文件"
    content = await file.read()
    try:
        imported = await run_in_threadpool(_imported, site, open_, content, name)
    except DrafterError as error:
        return page(request, "word.html", 422, open=open_, problem=str(error))
    token = site.imports.put(open_.key, open_.account.name, imported)
    return await _proposed(request, open_, imported, token)


@seated
async def take(request: Request) -> Response:
    """Take the changes that were ticked, one by one, each as its own decision in the trail."""
    open_, site = await desktop(request), site_of(request)
    form = await posted(request)
    token = text_of(form, "token", 100)
    imported = site.imports.get(token, open_.key, open_.account.name)
    if imported is None:
        raise HTTPException(404, "读进来的文件已经不在了，请再选一次文件。")
    ticked = {str(number) for number in form.getlist("take")}
    chosen = [proposal for number, proposal in enumerate(imported.proposals) if str(number) in ticked]
    taken, problem = await run_in_threadpool(_taken, site, open_, chosen, version_of(form))
    now = await desktop(request)
    rest = Imported(
        tuple(proposal for proposal in imported.proposals if proposal not in taken),
        imported.comments,
        imported.problems,
        imported.exported,
    )
    token = site.imports.put(now.key, now.account.name, rest)
    return await _proposed(request, now, rest, token, taken=len(taken), problem=problem)


def _imported(site: Site, open_: Desktop, content: bytes, name: str) -> Imported:
    imported = import_docx(content, open_.working, name=name)
    exported = imported.exported
    if exported and exported.key == open_.key and exported.version != open_.version:
        then = site.desk.at_version(open_.key, exported.version, open_.account)
        return import_docx(content, open_.working, name=name, then=then.working) if then else imported
    return imported


def _taken(site: Site, open_: Desktop, chosen: list[Proposal], version: int) -> tuple[list[Proposal], str]:
    """Return what was taken, and why something was not: the first that is refused ends it, and nothing is lost."""
    taken: list[Proposal] = []
    for proposal in taking_order(chosen):
        outcome = site.desk.do(open_.key, version, proposal.action, open_.account)
        if isinstance(outcome, Saved):
            version = outcome.opened.version
            taken.append(proposal)
        elif isinstance(outcome, Refused | Conflict):
            return taken, outcome.message
    return taken, ""


async def _proposed(
    request: Request, open_: Desktop, imported: Imported, token: str, taken: int = 0, problem: str = ""
) -> Response:
    labels = {path: cell.label for path, cell in open_.assessed.dossier.form.cells.items()}
    shown = await run_in_threadpool(lambda: list(shown_proposals(imported, open_.working, labels, open_.account)))
    numbers = {line.id: number for number, line in enumerate(open_.working.lines, start=1)}
    return page(
        request,
        "proposals.html",
        open=open_,
        imported=imported,
        shown=shown,
        token=token,
        taken=taken,
        problem=problem,
        numbers=numbers,
        labels=labels,
        may=may_of(open_.working, open_.account),
    )
