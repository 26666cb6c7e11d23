"""The connection to the database of the desk, and its tables brought to what this program knows.

Statements are SQLAlchemy Core and the same for every database; what only SQLite needs is in this module alone.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from drafter.errors import InputError, OutputError

MIGRATIONS = Path(__file__).parent / "migrations"
SECONDS_TO_WAIT = 30
"""How long a writer waits for the one before it."""


def file_url(path: Path) -> URL:
    """Return the URL of a SQLite file."""
    return URL.create("sqlite", database=str(path.resolve()))


def opened(url: str | URL) -> Engine:
    """Return the engine of a database with its tables up to date; a SQLite file and its folder are made.

    Raises InputError where the file is no database, or was written by a later program; OutputError where it cannot be
    opened or written.
    """
    place = make_url(url)
    name = place.database or ""
    is_file = place.get_backend_name() == "sqlite"
    try:
        engine = _file(place) if is_file else create_engine(place)
        _upgrade(engine)
    except (OperationalError, OSError) as error:
        raise OutputError(f"不能打开 {name}：请检查文件夹有没有写入权限、磁盘有没有满") from error
    except DatabaseError as error:
        raise InputError(name, f"不是审核台的数据库，或者已经损坏（{error.orig}）") from error
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose transaction writes: all of it is kept when this ends, or none of it."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


def _file(place: URL) -> Engine:
    Path(place.database or "").parent.mkdir(parents=True, exist_ok=True)
    # As many connections as threads ask for: whoever waits, waits for the one writer, not for a connection.
    engine = create_engine(place, connect_args={"timeout": SECONDS_TO_WAIT}, max_overflow=-1)
    event.listen(engine, "connect", _safe_and_concurrent)
    event.listen(engine, "begin", _begin)
    return engine


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    # The path is read as a format: a percent sign in it stands for itself only when doubled.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("version_locations", str(MIGRATIONS / "versions").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with writing(engine) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        engine.dispose()
        raise InputError(engine.url.database or "", "由更新版本的 drafter 写成，请升级 drafter 后再打开") from error
    except BaseException:
        engine.dispose()
        raise


def _safe_and_concurrent(connection: Any, _: object) -> None:
    """Let readers go on while one writes, and let nothing be called saved that a power cut could take back."""
    if not isinstance(connection, sqlite3.Connection):
        return
    # SQLAlchemy says when a transaction begins (`_begin`); Python's own rules would begin it at the first write.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that writes takes its turn at once, so that what it has read still holds."""
    is_writer = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")
