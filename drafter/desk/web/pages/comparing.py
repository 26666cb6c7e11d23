"""A report beside another: last year's, or the one of its county that is most alike."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.differences import alignment, sentences_of
from drafter.desk.outcome import Refused
from drafter.desk.store.changes import Conflict
from drafter.desk.web.opened import desktop
from drafter.desk.web.pages.words import safe_name
from drafter.desk.web.posted import version_of
from drafter.desk.web.rendering import address_of, away, page
from drafter.desk.web.sessions import posted, seated
from drafter.desk.web.site import Site, site_of
from drafter.desk.web.views.bench import Desktop
from drafter.desk.web.views.neighbours import (
    LAST_YEAR,
    SIBLING,
    Moved,
    Neighbour,
    last_year,
    moved_cells,
    nearest,
    published,
)
from drafter.errors import DrafterError


@seated
async def compare(request: Request) -> Response:
    """Show a report side by side with last year's, or with its nearest sibling, and what differs."""
    open_, site = await desktop(request), site_of(request)
    which = SIBLING if request.query_params.get("with") == SIBLING else LAST_YEAR
    other, cells = await run_in_threadpool(_compared, site, open_, which)
    return _compare(request, open_, which, other, cells)


@seated
async def compare_file(request: Request) -> Response:
    """Show a report side by side with a published one that is handed in; the file is read and not kept."""
    open_, site = await desktop(request), site_of(request)
    file = (await posted(request)).get("file")
    _, cells = await run_in_threadpool(_compared, site, open_, LAST_YEAR)
    if not isinstance(file, UploadFile) or not file.size:
        return _compare(request, open_, LAST_YEAR, None, cells, "请先选一个文件。")
    content, name = await file.read(), safe_name(file.filename or "")
    try:
        other = await run_in_threadpool(published, content, name, open_.working)
    except DrafterError as error:
        return _compare(request, open_, LAST_YEAR, None, cells, str(error))
    return _compare(request, open_, LAST_YEAR, other, cells)


def _compare(
    request: Request,
    open_: Desktop,
    which: str,
    other: Neighbour | None,
    cells: tuple[Moved, ...],
    problem: str = "",
) -> Response:
    sections = {section.key: section.heading for section in open_.assessed.dossier.form.sections}
    prior = open_.assessed.dossier.prior
    values: dict[str, Any] = {"other": other, "cells": cells, "which": which, "sections": sections}
    values |= {"prior_year": prior.year if prior else None, "problem": problem}
    return page(request, "compare.html", 422 if problem else 200, open=open_, **values)


def _compared(site: Site, open_: Desktop, which: str) -> tuple[Neighbour | None, tuple[Moved, ...]]:
    dossier, account = open_.assessed.dossier, open_.account
    if which == SIBLING:
        return nearest(site.desk, open_.key, open_.working, dossier.organ.county, dossier.year, account), ()
    labels = {path: cell.label for path, cell in dossier.form.cells.items()}
    cells = tuple(moved_cells(dossier.statistics, dossier.prior.statistics, labels)) if dossier.prior else ()
    return last_year(site.desk, open_.key, open_.working, dossier.organ.name, dossier.year, account), cells


@seated
async def redraft(request: Request) -> Response:
    """Show the newer draft that is kept beside a report people have worked on."""
    return await _redraft(request, await desktop(request))


@seated
async def take_redraft(request: Request) -> Response:
    """Put the newer draft in the place of the report."""
    open_, site = await desktop(request), site_of(request)
    version = version_of(await posted(request))
    outcome = await run_in_threadpool(site.desk.take_redraft, open_.key, version, open_.account)
    if isinstance(outcome, Refused | Conflict):
        return await _redraft(request, await desktop(request), outcome.message)
    return away(address_of("report", open_.key))


async def _redraft(request: Request, open_: Desktop, problem: str = "") -> Response:
    newer = await run_in_threadpool(site_of(request).desk.redraft, open_.key, open_.account)
    if newer is None:
        raise HTTPException(404, "没有新的起草稿。")
    pairs = await run_in_threadpool(alignment, sentences_of(newer), sentences_of(open_.working))
    changed = [pair for pair in pairs if pair.left != pair.right]
    status = 422 if problem else 200
    return page(request, "redraft.html", status, open=open_, pairs=changed, problem=problem)
