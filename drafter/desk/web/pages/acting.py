"""What people do to a report: every action is posted here, judged by the desk, and answered with the report."""

from collections.abc import Mapping
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.actions import (
    Accept,
    Action,
    AddNote,
    Approve,
    Correct,
    Drop,
    Edit,
    Finalise,
    HandIn,
    Insert,
    Lock,
    Reopen,
    Return,
    Undo,
    Waive,
)
from drafter.desk.differences import character_runs
from drafter.desk.outcome import Done, Refused
from drafter.desk.service import Saved
from drafter.desk.store.changes import Conflict
from drafter.desk.web.editor import BEHIND, EDIT, INSERT, Typed, draft_content, editor_beside
from drafter.desk.web.opened import desktop
from drafter.desk.web.pages.report import shown
from drafter.desk.web.posted import action_of, pieces_of, version_of
from drafter.desk.web.rendering import address_of, away, is_partial, page
from drafter.desk.web.sessions import posted, seated, text_of
from drafter.desk.web.site import Site, site_of
from drafter.desk.web.telling import name_of, names_of
from drafter.desk.web.views.bench import BenchView, Desktop, Said, bench_view

Outcome = Saved | Refused | Conflict | None
MOST_TOLD = 5
DONE: Mapping[type, str] = {
    Drop: "已保存。",
    Lock: "已保存。",
    Accept: "已认可。",
    AddNote: "材料已补充，可以在句子里引用。",
    Correct: "已更正，表格、正文和检查结果都已更新。",
    Waive: "已记下。数据一变，这条提醒会重新提出。",
    Return: "已退回，经办人会看到这些理由。",
    HandIn: "已送审。",
    Approve: "已通过。",
    Finalise: "已定稿。",
    Reopen: "已重新打开。",
    Undo: "已撤销上一处修改。",
}


@seated
async def act(request: Request) -> Response:
    """Take an action, and show what came of it."""
    open_, site = await desktop(request), site_of(request)
    form = await posted(request)
    action, version = _effective(action_of(form), open_), version_of(form)
    outcome = await run_in_threadpool(site.desk.do, open_.key, version, action, open_.account)
    return await answered(request, action, outcome)


async def answered(request: Request, action: Action, outcome: Outcome) -> Response:
    """Return the report as it is now, with what came of an action."""
    now, site = await desktop(request), site_of(request)
    if isinstance(outcome, Saved) and not is_partial(request):
        return away(_address(now.key, *_where(action, outcome.done.where)))
    view, status = await run_in_threadpool(_shown, site, now, action, outcome)
    return page(request, "bench.html" if is_partial(request) else "report.html", status, view=view)


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


def _shown(site: Site, now: Desktop, action: Action, outcome: Outcome) -> tuple[BenchView, int]:
    """Return the report as it is now with what came of an action, and the status of the answer."""
    if isinstance(outcome, Saved):
        if isinstance(action, Insert):
            site.desk.drop_draft(now.key, action.after + BEHIND, now.account)
        said = _done(action, outcome, now)
        return shown(now, *_where(action, outcome.done.where), said=said), 200
    if isinstance(outcome, Conflict):
        return _too_late(site, now, action, outcome), 409
    refusal = outcome or Refused("gone", "这份报告已经不在了")
    return _refused(site, now, action, refusal), 422


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
        return _typed_again(
            site, now, action, Typed(action.pieces, action.cites or (), refusal.message, refusal.options)
        )
    return shown(now, *_where(action), said=Said("error", (refusal.message,)))


def _too_late(site: Site, now: Desktop, action: Action, conflict: Conflict) -> BenchView:
    """Return the report as somebody else left it; what was typed is kept and shown."""
    since = tuple(f"{entry.who}：{name_of(entry)}{_place(entry.where, now)}" for entry in conflict.since[-MOST_TOLD:])
    said = Said("warning", (conflict.message, *since))
    if isinstance(action, Edit | Insert):
        content = draft_content(action.pieces, action.cites or ())
        site.desk.keep_draft(now.key, _draft(action), now.account, now.version, content)
        return _typed_again(site, now, action, Typed(action.pieces, action.cites or ()), said)
    return shown(now, *_where(action), said=said)


def _typed_again(site: Site, now: Desktop, action: Edit | Insert, typed: Typed, said: Said | None = None) -> BenchView:
    line, mode = (action.line, EDIT) if isinstance(action, Edit) else (action.after, INSERT)
    return bench_view(now, editor_beside(site, now, line, mode, typed), said=said)


def _done(action: Action, saved: Saved, now: Desktop) -> Said:
    """Return what an action did, with every sentence that follows from it."""
    told = DONE.get(type(action), "已保存。")
    line = saved.opened.working.line(saved.done.where)
    if isinstance(action, Edit | Insert) and line:
        told = {
            "green": "已保存，检查通过。",
            "amber": f"已保存。有没有依据的词：{'、'.join(line.unproved)}。",
            "red": "已保存，但没有通过检查，改好之前不能通过。",
        }[line.state]
        return Said({"green": "done", "amber": "warning", "red": "error"}[line.state], (told,))
    if isinstance(action, Correct | Undo):
        return _followed(told, saved.done, names_of(now.working, now.assessed.dossier.form))
    return Said("done", (told,))


def _followed(told: str, done: Done, names: Mapping[str, str]) -> Said:
    """Return what a correction or its undoing changed: every cell, every sentence, and the identities it broke."""
    changes = []
    for field in ("cells", "lines"):
        before, after = done.before.get(field, {}), done.after.get(field, {})
        for key in dict.fromkeys((*before, *after)):
            runs = character_runs(_text(before.get(key)), _text(after.get(key)))
            changes.append((names.get(key, key), runs))
    if broken := done.after.get("broken"):
        return Said("warning", (told, f"还有 {len(broken)} 处勾稽关系不平，请一并更正。"), tuple(changes))
    return Said("done", (told,), tuple(changes))


def _text(value: object) -> str:
    return "没有填报" if value is None else str(value)


def _where(action: Action, where: str = "") -> tuple[str, str]:
    """Return the sentence or the cell that an action was about: what the page shows after it."""
    match action:
        case Correct(cells=((path, _), *_)):
            return "", path
        case Edit() | Drop() | Lock() | Accept():
            return action.line, ""
        case Insert():
            return where or action.after, ""
    return "", ""


def _address(key: str, line: str, cell: str) -> str:
    return address_of("report", key, line=line, cell=cell)


def _draft(action: Edit | Insert) -> str:
    return action.line if isinstance(action, Edit) else action.after + BEHIND


def _place(where: str, now: Desktop) -> str:
    ids = [line.id for line in now.working.lines]
    return f"（第 {ids.index(where) + 1} 句）" if where in ids else ""
