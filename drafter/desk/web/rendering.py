"""Turn templates into answers. Whatever stands in a variable is text, and is escaped."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from drafter.desk.web.views.marking import whole_figures
from drafter.findings import Severity

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).resolve().parent / "templates"
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "说明"}


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a template filled in. `visitor` and `here` are there for the strip above every page."""
    shown = {"visitor": getattr(request.state, "visitor", None), "here": "", **values}
    return HTMLResponse(templates().get_template(template).render(shown), status_code=status)


def message(request: Request, status: int, heading: str, text: str) -> HTMLResponse:
    """Return a page that says one thing, or for a part of a page only what it says."""
    template = "say.html" if is_partial(request) else "message.html"
    return page(request, template, status, heading=heading, text=text)


def away(address: str) -> RedirectResponse:
    """Return the answer that sends the browser on to a page of ours."""
    return RedirectResponse(address, status_code=303)


def download(content: bytes, name: str, kind: str = "application/octet-stream") -> Response:
    """Return a file to be saved under a name that is safe on every system."""
    safe = "".join("_" if letter in '<>:"/\\|?*' or not letter.isprintable() else letter for letter in name).strip(" .")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(safe or 'file', safe='')}"}
    return Response(content, media_type=kind, headers=headers)


def is_partial(request: Request) -> bool:
    """Return whether the page asks for a part of itself."""
    return request.headers.get("hx-request") == "true"


def address_of(verb: str, key: str, **query: str) -> str:
    """Return the address of a page of a report, such as `/report/云岭县/灵溪镇`."""
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items() if value)
    return f"/{verb}/{quote(key, safe='/')}" + (f"?{asked}" if asked else "")


def moment(stamp: str) -> str:
    """Return a moment as the clock on the wall shows it; what is none, as a Word file may say, as it stands."""
    try:
        return datetime.fromisoformat(stamp).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return stamp


@cache
def templates() -> "Environment":
    """Return the templates: everything is escaped, and a name that is not there is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["moment"] = moment
    environment.filters["whole"] = whole_figures
    environment.globals["address"] = address_of
    environment.globals["severities"] = SEVERITIES
    return environment
