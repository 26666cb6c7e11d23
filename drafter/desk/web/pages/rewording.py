"""Another wording of a sentence: asked of the model, shown with what differs, taken or left."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.actions import Edit
from drafter.desk.differences import character_runs
from drafter.desk.editing import MODEL
from drafter.desk.outcome import Refused
from drafter.desk.rewording import reword
from drafter.desk.web.opened import desktop
from drafter.desk.web.pages.acting import answered
from drafter.desk.web.posted import version_of
from drafter.desk.web.rendering import page
from drafter.desk.web.sessions import posted, seated, text_of
from drafter.desk.web.site import site_of
from drafter.desk.web.views.bench import Beside, Said, bench_view
from drafter.desk.web.views.sheet import chips_of


@seated
async def another(request: Request) -> Response:
    """Ask the model for another wording and show it; nothing is taken by itself."""
    open_, site = await desktop(request), site_of(request)
    line_id = text_of(await posted(request), "line", 200)
    line = open_.working.line(line_id)
    if line is None or site.model is None:
        raise HTTPException(404)
    found = await reword(open_.working, line_id, site.model)
    if isinstance(found, Refused):
        view = bench_view(open_, Beside(line=line_id), said=Said("error", (found.message,)), with_sheet=False)
        return page(request, "refused.html", 422, view=view, message=found.message)
    token = site.wordings.put(open_.key, open_.account.name, found)
    shown = {
        "token": token,
        "runs": character_runs(str(line.text), str(found.line.text)),
        "chips": chips_of(found.line.text, [(words, "unproved") for words in found.line.unproved], open_.backing),
        "state": found.line.state,
        "faults": found.line.faults,
        "unproved": found.line.unproved,
    }
    view = bench_view(open_, Beside("panel_wording.html", shown, line_id), with_sheet=False)
    return page(request, "panel_wording.html", view=view)


@seated
async def take(request: Request) -> Response:
    """Take the wording that was shown. What it says is what the desk kept, not what the page sends."""
    open_, site = await desktop(request), site_of(request)
    form = await posted(request)
    found = site.wordings.get(text_of(form, "token", 100), open_.key, open_.account.name)
    if found is None:
        raise HTTPException(404, "这个说法已经不在了，请再要一次。")
    action = Edit(found.line.id, found.pieces, origin=MODEL)
    outcome = await run_in_threadpool(site.desk.do, open_.key, version_of(form), action, open_.account)
    return await answered(request, action, outcome)
