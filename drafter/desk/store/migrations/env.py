"""Run the migrations on the connection that `engine.upgraded` hands over; Alembic reads this file by its name."""

from alembic import context

from drafter.desk.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
