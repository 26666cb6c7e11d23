"""A report: the page as it will be printed, and the panel beside it."""

from collections.abc import Sequence
from itertools import groupby

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.differences import character_runs
from drafter.desk.web.editor import EDIT, INSERT, editor_beside
from drafter.desk.web.opened import desktop
from drafter.desk.web.rendering import page
from drafter.desk.web.sessions import seated
from drafter.desk.web.site import site_of
from drafter.desk.web.views.bench import BenchView, Beside, Desktop, Said, bench_view, may_of
from drafter.desk.web.views.catalogue import catalogue
from drafter.desk.web.views.panel import cell_panel, line_panel

STALE = "页面打开之后，这份报告已经改过，现在显示的是最新的。"


@seated
async def report(request: Request) -> Response:
    """Show a report, with a sentence or a cell chosen where the address names one."""
    view = await run_in_threadpool(_chosen, request, await desktop(request))
    return page(request, "report.html", view=view)


@seated
async def panel(request: Request) -> Response:
    """Show the panel alone; the whole where the page shows a version that is no longer in force."""
    open_ = await desktop(request)
    shown = request.query_params.get("version", "")
    if shown and shown != str(open_.version):
        view = await run_in_threadpool(_chosen, request, open_, said=Said("warning", (STALE,)))
        answer = page(request, "bench.html", view=view)
        answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "#main", "outerMorph"
        return answer
    view = await run_in_threadpool(_chosen, request, open_, with_sheet=False)
    return page(request, view.panel_template, view=view)


@seated
async def figures(request: Request) -> Response:
    """Show the figures and phrases that can be put into a sentence, filtered by what was typed."""
    open_ = await desktop(request)
    query = request.query_params
    line, text = query.get("line", ""), query.get("text", "")[:60]
    entries = await run_in_threadpool(catalogue, open_.working, line, text)
    groups = [(group, list(items)) for group, items in groupby(entries, key=lambda entry: entry.group)]
    return page(request, "figures.html", groups=groups)


def shown(
    open_: Desktop,
    line: str = "",
    cell: str = "",
    *,
    said: Said | None = None,
    drafts: Sequence[str] = (),
    with_sheet: bool = True,
) -> BenchView:
    """Return a report with the panel of a sentence, of a cell, or of what is to do."""
    return bench_view(open_, _beside(open_, line, cell), said=said, drafts=drafts, with_sheet=with_sheet)


def _beside(open_: Desktop, line: str, cell: str) -> Beside:
    working, assessed, backing = open_.working, open_.assessed, open_.backing
    if line and (chosen := line_panel(working, assessed, backing, line)):
        runs = character_runs(chosen.line.drafted, str(chosen.line.text)) if chosen.is_changed else ()
        return Beside("panel_line.html", chosen, line, extra=runs)
    if cell and (about := cell_panel(working, assessed, backing, cell, open_.trail)):
        return Beside("panel_cell.html", about, cell=cell)
    return Beside()


def _chosen(request: Request, open_: Desktop, said: Said | None = None, *, with_sheet: bool = True) -> BenchView:
    query, site = request.query_params, site_of(request)
    line, cell, mode = query.get("line", ""), query.get("cell", ""), query.get("edit", "")
    if mode in (EDIT, INSERT) and may_of(open_.working, open_.account).edit:
        return bench_view(open_, editor_beside(site, open_, line, mode), said=said, with_sheet=with_sheet)
    drafts = () if line or cell else tuple(site.desk.drafts_of(open_.key, open_.account))
    return shown(open_, line, cell, said=said, drafts=drafts, with_sheet=with_sheet)
