"""Start the desk: a port on this machine, the address to open, and the server behind it."""

import os
import re
import socket
import webbrowser
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from threading import Timer

from drafter.desk.entrance import Entrance
from drafter.desk.service import Desk
from drafter.desk.users import Users
from drafter.desk.web.app import desk_app
from drafter.desk.web.site import Site
from drafter.errors import OutputError, UsageError
from drafter.writing.model.writer import ModelUse

LOOPBACK = "127.0.0.1"
SECONDS_TO_CLOSE = 5
SECONDS_TO_BROWSER = 0.5

HTTP_PORT = 80
_PROXY = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?", re.IGNORECASE)

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a desk is to be reached."""

    port: int = 0
    """0 takes any that is free."""
    host: str = LOOPBACK
    users: Path | None = None
    opens_browser: bool = True
    address: str = ""
    """The https address of a proxy before it, such as `https://desk.example.cn`; empty where there is none."""


def checked(plan: Plan) -> Plan:
    """Return the plan. Raises UsageError for one that would let people in without a password."""
    try:
        address = ip_address(plan.host)
    except ValueError as error:
        raise UsageError(f"“{plan.host}”不是本机的网络地址，请写成 192.168.1.5 这样的形式") from error
    if address.is_unspecified:
        raise UsageError("请写明本机在内网里的地址，不能对所有网络开放")
    if plan.address and not _PROXY.fullmatch(plan.address):
        raise UsageError(f"“{plan.address}”不能用：应当是 https://desk.example.cn 这样的地址，后面没有别的")
    if (plan.address or not address.is_loopback) and plan.users is None:
        raise UsageError("让别的电脑使用审核台，要用 --users 指定账号文件")
    return plan


def serve(desk: Desk, out: Path, plan: Plan, model: ModelUse | None, say: Say) -> None:
    """Serve the desk until somebody interrupts it. Raises OutputError where the port is taken."""
    import uvicorn

    users = Users(plan.users) if plan.users else None
    entrance = Entrance(desk.store, users)
    with closing(listening(plan)) as listener:
        port = listener.getsockname()[1]
        cookie, is_secure = f"drafter-desk-{port}", bool(plan.address)
        site = Site(desk, out, entrance, users is None, cookie, is_secure=is_secure, model=model)
        origins = origins_of(plan, port)
        app = desk_app(site, origins)
        opening = f"{origins[0]}/" if users else f"{origins[0]}/enter?link={entrance.link()}"
        say(opening)
        if plan.opens_browser:
            Timer(SECONDS_TO_BROWSER, webbrowser.open, (opening,)).start()
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=SECONDS_TO_CLOSE,
            lifespan="off",
        )
        uvicorn.Server(config).run(sockets=[listener])


def origins_of(plan: Plan, port: int) -> tuple[str, ...]:
    """Return what browsers may know the desk by: behind a proxy by that alone, its own names otherwise."""
    if plan.address:
        return (plan.address.lower(),)
    names = (plan.host, "localhost") if ip_address(plan.host).is_loopback else (plan.host,)
    hosts = (f"[{name}]" if ":" in name else name for name in names)
    return tuple(f"http://{host}:{port}" if port != HTTP_PORT else f"http://{host}" for host in hosts)


def listening(plan: Plan) -> socket.socket:
    """Return a socket at the address of a plan. Raises OutputError where it is taken."""
    family = socket.AF_INET6 if ":" in plan.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Elsewhere the option would let another program take over the port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((plan.host, plan.port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise OutputError(f"端口 {plan.port} 用不了，可能已经有一个审核台开着；可以换一个端口：--port 8200") from error
    return listener
