"""The first tables of the desk."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _reports()
    _contents()
    _trail()
    _people()


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("key", sa.String(500), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("is_edited", sa.Boolean, nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("record", sa.String(64), nullable=False),
        sa.Column("organ", sa.String(200), nullable=False),
        sa.Column("county", sa.String(200), nullable=False),
        sa.Column("level", sa.String(20), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Integer, nullable=False),
        sa.Column("ambers", sa.Integer, nullable=False),
        sa.Column("reds", sa.Integer, nullable=False),
        sa.Column("gaps", sa.Integer, nullable=False),
        sa.Column("jumps", sa.Integer, nullable=False),
        sa.Column("likeness", sa.Float),
        sa.Column("risk", sa.BigInteger, nullable=False),
    )
    op.create_index("reports_by_risk", "reports", ["risk", "key"])
    op.create_index("reports_by_county", "reports", ["county", "status"])


def _contents() -> None:
    op.create_table(
        "words",
        sa.Column("report", sa.String(500), sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_table(
        "sources",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("report", sa.String(500), sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("source", sa.String(64), sa.ForeignKey("sources.digest"), nullable=False),
        sa.Column("state", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "asides",
        sa.Column("report", sa.String(500), sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("record", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("source", sa.String(64), sa.ForeignKey("sources.digest"), nullable=False),
        sa.Column("state", sa.LargeBinary, nullable=False),
    )


def _trail() -> None:
    op.create_table(
        "entries",
        sa.Column("report", sa.String(500), sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("who", sa.String(100), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("where", sa.String(500), nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.UniqueConstraint("report", "version", name="one_entry_a_version"),
    )
    op.create_table(
        "drafts",
        sa.Column("report", sa.String(500), sa.ForeignKey("reports.key"), primary_key=True),
        sa.Column("line", sa.String(200), primary_key=True),
        sa.Column("account", sa.String(100), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )


def _people() -> None:
    op.create_table(
        "sessions",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("account", sa.String(100), nullable=False),
        sa.Column("proof", sa.String(64), nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("seen_at", sa.String(27), nullable=False),
    )
    op.create_index("sessions_by_account", "sessions", ["account"])
    op.create_table(
        "links",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("account", sa.String(100), nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("used_at", sa.String(27)),
    )
    op.create_table(
        "attempts",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("address", sa.String(100), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("is_good", sa.Boolean, nullable=False),
    )
    op.create_index("attempts_by_time", "attempts", ["at"])
