"""The tables are those of the migrations, and SQLite is told to keep what it has promised."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from drafter.desk.store.engine import MIGRATIONS
from drafter.desk.store.store import Store
from drafter.desk.store.tables import metadata


def test_the_migrations_make_the_tables_that_the_program_knows(store: Store):
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_readers_go_on_while_one_writes_and_what_is_saved_is_on_the_disk(store: Store):
    with store.engine.connect() as connection:
        asked = [connection.exec_driver_sql(f"pragma {name}").scalar_one() for name in ("journal_mode", "synchronous")]

    assert asked == ["wal", 2]


def test_no_statement_outside_the_engine_is_written_for_one_database():
    for path in [*MIGRATIONS.rglob("*.py"), *MIGRATIONS.parent.glob("*.py")]:
        text = path.read_text(encoding="utf-8").lower()
        assert path.name == "engine.py" or ("sqlite3" not in text.replace("desk.sqlite3", "") and "pragma" not in text)


def test_two_programs_may_open_one_store(tmp_path: Path):
    stores = [Store.beside(tmp_path) for _ in range(2)]

    assert [store.load("甲镇") for store in stores] == [None, None]
    for store in stores:
        store.close()
