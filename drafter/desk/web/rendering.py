"""Turn templates into answers. Whatever stands in a variable is text, and is escaped."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

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
    """Return a page that says one thing."""
    return page(request, "message.html", status, heading=heading, text=text)


def away(address: str) -> RedirectResponse:
    """Return the answer that sends the browser on to a page of ours."""
    return RedirectResponse(address, status_code=303)


def is_partial(request: Request) -> bool:
    """Return whether the page asks for a part of itself."""
    return request.headers.get("hx-request") == "true"


def address_of(verb: str, key: str, **query: str) -> str:
    """Return the address of a page of a report, such as `/report/云岭县/灵溪镇`."""
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items() if value)
    return f"/{verb}/{quote(key, safe='/')}" + (f"?{asked}" if asked else "")


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
    environment.globals["address"] = address_of
    environment.globals["severities"] = SEVERITIES
    return environment
