"""The tables of the desk, as they are now; `migrations/` says how they came to be."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# A row of the queue, and the version that is in force: whoever raises `version` from the one he saw has won.
reports = Table(
    "reports",
    metadata,
    Column("key", String(500), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("is_edited", Boolean, nullable=False),
    Column("changed_at", String(27), nullable=False),
    Column("record", String(64), nullable=False),
    Column("organ", String(200), nullable=False),
    Column("county", String(200), nullable=False),
    Column("level", String(20), nullable=False),
    Column("year", Integer, nullable=False),
    Column("title", String(500), nullable=False),
    Column("status", String(20), nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("ambers", Integer, nullable=False),
    Column("reds", Integer, nullable=False),
    Column("gaps", Integer, nullable=False),
    Column("jumps", Integer, nullable=False),
    Column("likeness", Float),
    Column("risk", BigInteger, nullable=False),
    Index("reports_by_risk", "risk", "key"),
    Index("reports_by_county", "county", "status"),
)

# The words of a report that the queue searches, in small letters; apart, so that a row of the queue stays small.
words = Table(
    "words",
    metadata,
    Column("report", String(500), ForeignKey("reports.key"), primary_key=True),
    Column("words", Text, nullable=False),
)

# What reports were drafted from, by its hash: it stays the same through all versions of a report.
sources = Table(
    "sources",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("report", String(500), ForeignKey("reports.key"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("source", String(64), ForeignKey("sources.digest"), nullable=False),
    Column("state", LargeBinary, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("report", String(500), ForeignKey("reports.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("at", String(27), nullable=False),
    Column("who", String(100), nullable=False),
    Column("action", String(40), nullable=False),
    Column("where", String(500), nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("state", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("report", "version", name="one_entry_a_version"),
)

# A redraft that came after people had worked on a report: kept beside it until somebody takes it.
asides = Table(
    "asides",
    metadata,
    Column("report", String(500), ForeignKey("reports.key"), primary_key=True),
    Column("record", String(64), nullable=False),
    Column("at", String(27), nullable=False),
    Column("source", String(64), ForeignKey("sources.digest"), nullable=False),
    Column("state", LargeBinary, nullable=False),
)

# What somebody has typed and not saved.
drafts = Table(
    "drafts",
    metadata,
    Column("report", String(500), ForeignKey("reports.key"), primary_key=True),
    Column("line", String(200), primary_key=True),
    Column("account", String(100), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("at", String(27), nullable=False),
    Column("content", Text, nullable=False),
)

# Tokens are kept as their hash: whoever reads this table can enter nowhere.
sessions = Table(
    "sessions",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("account", String(100), nullable=False),
    Column("proof", String(64), nullable=False),
    Column("made_at", String(27), nullable=False),
    Column("seen_at", String(27), nullable=False),
    Index("sessions_by_account", "account"),
)

links = Table(
    "links",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("account", String(100), nullable=False),
    Column("made_at", String(27), nullable=False),
    Column("used_at", String(27)),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("address", String(100), nullable=False),
    Column("at", String(27), nullable=False),
    Column("is_good", Boolean, nullable=False),
    Index("attempts_by_time", "at"),
)
