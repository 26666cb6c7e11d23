"""What happened to a report: its trail, the trail as a file, and what people made of the draft."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.differences import flower_draft
from drafter.desk.trailfile import trail_file
from drafter.desk.web.opened import desktop
from drafter.desk.web.rendering import download, page
from drafter.desk.web.sessions import seated
from drafter.desk.web.site import site_of
from drafter.desk.web.telling import lines_of, name_of, names_of


@seated
async def trail(request: Request) -> Response:
    """Show every decision on a report, the latest first, and whether the chain holds."""
    open_, site = await desktop(request), site_of(request)
    entries = await run_in_threadpool(site.desk.trail, open_.key, open_.account) or ()
    broken = await run_in_threadpool(site.desk.broken_at, open_.key, open_.account)
    names = names_of(open_.working, open_.assessed.dossier.form)
    told = [
        (entry, name_of(entry), names.get(entry.where, ""), list(lines_of(entry, names))) for entry in reversed(entries)
    ]
    lines = frozenset(line.id for line in open_.working.lines)
    return page(request, "trail.html", open=open_, told=told, broken=broken, lines=lines)


@seated
async def changes(request: Request) -> Response:
    """Show the drafted text against the text as it is now, sentence by sentence."""
    open_ = await desktop(request)
    every = "all" in request.query_params
    rows = await run_in_threadpool(flower_draft, open_.working)
    shown = [(number, row) for number, row in enumerate(rows, start=1) if every or row.is_changed]
    return page(request, "changes.html", open=open_, rows=shown, every=every)


@seated
async def exported(request: Request) -> Response:
    """Return the trail as a file: one entry a line, as it is sealed, so that anybody can check the chain."""
    open_, site = await desktop(request), site_of(request)
    entries = await run_in_threadpool(site.desk.trail, open_.key, open_.account) or ()
    return download(
        trail_file(entries), f"{open_.assessed.dossier.organ.name}{open_.assessed.dossier.year}年度留痕.jsonl"
    )
