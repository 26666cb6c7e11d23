"""The desk as a web application: which address leads to which page, and what stands before all of them."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from drafter.desk.web.guard import Guard
from drafter.desk.web.pages import acting, comparing, door, finals, queue, report, rewording, trail, words
from drafter.desk.web.rendering import message
from drafter.desk.web.site import Site

STATIC = Path(__file__).resolve().parent / "static"
GET, POST = ["GET"], ["POST"]
HEADINGS = {400: "请求有误", 404: "没有这个页面", 405: "请求有误", 413: "内容太大", 422: "没有受理", 500: "程序出错"}
TEXTS = {
    404: "没有这份报告，或者它不归您办理。",
    405: "这个地址不接受这样的请求。",
    500: "审核台出了错，您已经保存的内容都在。请把终端里显示的内容反馈给我们。",
}


def routes() -> list[Route | Mount]:
    """Return every address of the desk."""
    return [
        Route("/", queue.queue, methods=GET),
        Route("/board", queue.board, methods=GET),
        Route("/enter", door.enter, methods=GET),
        Route("/login", door.login, methods=["GET", "POST"]),
        Route("/logout", door.logout, methods=POST),
        Route("/report/{key:path}", report.report, methods=GET),
        Route("/panel/{key:path}", report.panel, methods=GET),
        Route("/figures/{key:path}", report.figures, methods=GET),
        Route("/act/{key:path}", acting.act, methods=POST),
        Route("/keep/{key:path}", acting.keep, methods=POST),
        Route("/trail/{key:path}", trail.trail, methods=GET),
        Route("/trail-file/{key:path}", trail.exported, methods=GET),
        Route("/changes/{key:path}", trail.changes, methods=GET),
        Route("/reword/{key:path}", rewording.another, methods=POST),
        Route("/take-wording/{key:path}", rewording.take, methods=POST),
        Route("/compare/{key:path}", comparing.compare, methods=GET),
        Route("/redraft/{key:path}", comparing.redraft, methods=GET),
        Route("/take-redraft/{key:path}", comparing.take_redraft, methods=POST),
        Route("/word/{key:path}", words.word, methods=GET),
        Route("/review/{key:path}", words.review_file, methods=GET),
        Route("/import/{key:path}", words.bring, methods=POST),
        Route("/take/{key:path}", words.take, methods=POST),
        Route("/final/{key:path}", finals.final, methods=GET),
        Route("/make-final/{key:path}", finals.make, methods=POST),
        Route("/file/{key:path}", finals.file, methods=GET),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]


def desk_app(site: Site, origins: tuple[str, ...]) -> Starlette:
    """Return the application; `origins` are what a browser may know it by, such as `http://127.0.0.1:8000`."""
    app = Starlette(
        routes=routes(),
        middleware=[Middleware(Guard, origins=origins)],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )
    app.state.site = site
    return app


async def _refused(request: Request, error: Exception) -> Response:
    """Return a page for what cannot be answered; the detail is ours only where we wrote one."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) and not error.detail.isascii() else ""
    return message(request, status, HEADINGS.get(status, "没有受理"), detail or TEXTS.get(status, "请返回上一页再试。"))


async def _failed(request: Request, _error: Exception) -> Response:
    return message(request, 500, HEADINGS[500], TEXTS[500])
