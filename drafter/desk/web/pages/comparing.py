"""A report beside another: last year's, or the one of its county that is most alike."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.web.opened import desktop
from drafter.desk.web.rendering import page
from drafter.desk.web.sessions import seated
from drafter.desk.web.site import Site, site_of
from drafter.desk.web.views.bench import Desktop
from drafter.desk.web.views.neighbours import LAST_YEAR, SIBLING, Moved, Neighbour, last_year, moved_cells, nearest


@seated
async def compare(request: Request) -> Response:
    """Show a report side by side with last year's, or with its nearest sibling, and what differs."""
    open_, site = await desktop(request), site_of(request)
    which = SIBLING if request.query_params.get("with") == SIBLING else LAST_YEAR
    other, cells = await run_in_threadpool(_compared, site, open_, which)
    sections = {section.key: section.heading for section in open_.assessed.dossier.form.sections}
    prior = open_.assessed.dossier.prior
    shown = {"other": other, "cells": cells, "which": which, "sections": sections}
    return page(request, "compare.html", open=open_, prior_year=prior.year if prior else None, **shown)


def _compared(site: Site, open_: Desktop, which: str) -> tuple[Neighbour | None, tuple[Moved, ...]]:
    dossier, account = open_.assessed.dossier, open_.account
    if which == SIBLING:
        return nearest(site.desk, open_.key, open_.working, dossier.organ.county, dossier.year, account), ()
    labels = {path: cell.label for path, cell in dossier.form.cells.items()}
    cells = tuple(moved_cells(dossier.statistics, dossier.prior.statistics, labels)) if dossier.prior else ()
    return last_year(site.desk, open_.key, open_.working, dossier.organ.name, dossier.year, account), cells
