"""What people do to a report: every action is posted here, judged by the desk, and answered with the report as it is."""

from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from drafter.desk.actions import Action, Correct, Edit, Insert, Undo
from drafter.desk.outcome import Refused
from drafter.desk.store.changes import Conflict
from drafter.desk.web.editor import BEHIND, EDIT, INSERT, Typed, draft_content, editor_for
from drafter.desk.web.opened import desktop
from drafter.desk.web.pages.report import shown
from drafter.desk.web.posted import action_of, pieces_of, version_of
from drafter.desk.web.rendering import address_of, away, is_partial, page
from drafter.desk.web.sessions import posted, seated, text_of, visitor_of
from drafter.desk.web.site import Site, site_of
from drafter.desk.web.telling import told
from drafter.desk.web.views.bench import BenchView, Desktop, Said


@seated
async def act(request: Request) -> Response:
    """Take an action, and show what came of it."""
    open_, site = await desktop(request), site_of(request)
    form = await posted(request)
    action, version = _effective(action_of(form), open_), version_of(form)
    outcome = await run_in_threadpool(site.desk.act, open_.key, version, action, open_.account)
    now = await desktop(request)
    if isinstance(outcome, Refused):
        view = await run_in_threadpool(_refused, site, now, action, outcome)
        return _answer(request, view, 422)
    if isinstance(outcome, Conflict):
        view = await run_in_threadpool(_too_late, site, now, action, outcome)
        return _answer(request, view, 409)
    await run_in_threadpool(_forget, site, open_, action)
    if not is_partial(request):
        return away(address_of("report", now.key, **_where(action)))
    view = await run_in_threadpool(_done, site, now, action, told(action, outcome))
    return _answer(request, view, 200)


@seated
async def keep(request: Request) -> Response:
    """Keep what somebody is typing, so that no reload and no crash loses it; an empty one forgets it."""
    open_, site = await desktop(request), site_of(request)
    form = await posted(request)
    line = text_of(form, "line", 200)
    if open_.working.line(line.removesuffix(BEHIND)) is None:
        return Response(status_code=404)
    if "discard" in form:
        await run_in_threadpool(site.desk.drop_draft, open_.key, line, open_.account)
    else:
        content = draft_content(pieces_of(form), map(str, form.getlist("cites")))
        await run_in_threadpool(site.desk.keep_draft, open_.key, line, open_.account, version_of(form), content)
    return Response(status_code=204)


def _effective(action: Action, open_: Desktop) -> Action:
    """Return an action without what changes nothing: a form sends every cell it shows."""
    if not isinstance(action, Correct):
        return action
    values = open_.assessed.dossier.statistics
    cells = tuple((path, value) for path, value in action.cells if values[path] != value)
    return replace(action, cells=cells or action.cells)


def _refused(site: Site, now: Desktop, action: Action, refusal: Refused) -> BenchView:
    """Return the report with what was typed still there, and the reason beside it."""
    if isinstance(action, Edit | Insert):
        return _typed_again(site, now, action, Typed(action.pieces, action.cites or (), refusal.message, refusal.options))
    return shown(now, **_where(action), said=Said("error", (refusal.message,)))


def _too_late(site: Site, now: Desktop, action: Action, conflict: Conflict) -> BenchView:
    """Return the report as somebody else left it; what was typed is kept and shown."""
    said = Said("warning", (conflict.message, *(f"{entry.who}：{told_entry}" for entry, told_entry in _since(conflict))))
    if isinstance(action, Edit | Insert):
        content = draft_content(action.pieces, action.cites or ())
        site.desk.keep_draft(now.key, _draft_name(action), now.account, now.version, content)
        return _typed_again(site, now, action, Typed(action.pieces, action.cites or ()), said)
    return shown(now, **_where(action), said=said)


def _typed_again(site: Site, now: Desktop, action: Edit | Insert, typed: Typed, said: Said | None = None) -> BenchView:
    line, mode = (action.line, EDIT) if isinstance(action, Edit) else (action.after, INSERT)
    return editor_for(site, now, line, mode, typed=typed, said=said)
