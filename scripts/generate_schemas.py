"""Write `schemas/statistics-*.schema.json` from the forms; with --check, only say whether they are up to date."""

import json
import sys

from drafter.form.editions import editions, load_form
from drafter.form.schema import statistics_schema
from drafter.resources import folder


def schema_text(edition: str) -> str:
    """Return the schema of an edition as it is committed."""
    return json.dumps(statistics_schema(load_form(edition)), ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """Return 0 where every file is up to date or was written, 1 where --check finds one that is not."""
    stale = 0
    for edition in editions():
        path = folder("schemas") / f"statistics-{edition}.schema.json"
        text = schema_text(edition)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if "--check" in arguments:
            print(f"{path.name} is out of date: run python scripts/generate_schemas.py")
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.name} written")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
