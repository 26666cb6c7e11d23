"""The house keeps its order: who may import whom, one door for each outside package, and the sizes."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "drafter"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)
MODULES = {".".join(("drafter", *path.relative_to(PACKAGE).with_suffix("").parts)): path for path in FILES}

Function = ast.FunctionDef | ast.AsyncFunctionDef

FLOORS = ("form", "dossier", "writing", "document", "reading", "audit", "runs", "desk", "cli")
FACES = {"drafter.__init__", "drafter.__main__"}

# Which modules may import an outside package: a folder, or one module of it. No module talks to a model yet; where
# one will, its door is named.
DOORS = {
    "openai": ("drafter.writing.backends.openai", "drafter.writing.backends.batch_api"),
    "httpx2": ("drafter.writing.backends.connection",),
    "docx": ("drafter.audit.readback", "drafter.audit.annotation", "drafter.reading.formats"),
    "lxml": ("drafter.audit.readback", "drafter.audit.annotation", "drafter.reading.formats", "drafter.desk.word"),
    "opencc": ("drafter.reading",),
    "pypdfium2": ("drafter.reading.formats",),
    "python_calamine": ("drafter.dossier.workbook",),
    "xlsxwriter": ("drafter.dossier.workbook", "drafter.runs"),
    "jsonschema": ("drafter.contracts",),
    "yaml": ("drafter.yamltree",),
    "typst": ("drafter.document.fonts", "drafter.document.pdf"),
    "jinja2": (
        "drafter.document.html",
        "drafter.writing.prompting",
        "drafter.runs.batch.overview.page",
        "drafter.desk.web.rendering",
    ),
    "typer": ("drafter.cli", "drafter.__main__"),
    "rich": ("drafter.cli.batch_progress",),
    "filelock": ("drafter.runs.batch.lock",),
    "rapidfuzz": ("drafter.desk.differences",),
    "starlette": ("drafter.desk.web",),
    "uvicorn": ("drafter.desk.web.serving",),
    "sqlalchemy": ("drafter.desk.store",),
    "alembic": ("drafter.desk.store",),
    "xllamacpp": ("drafter.writing.backends.local",),
}
LIGHT_START = (
    "rich",
    "filelock",
    "openai",
    "docx",
    "jinja2",
    "yaml",
    "lxml",
    "jsonschema",
    "typst",
    "xllamacpp",
    "opencc",
    "pypdfium2",
    "python_calamine",
    "xlsxwriter",
    "sqlalchemy",
    "alembic",
)

MOST_MODULE_LINES = 250
MOST_FUNCTION_LINES = 40
MOST_BODY_LINES = 30


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything that a file imports, also inside functions and under TYPE_CHECKING."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor(module: str) -> int:
    """Return the floor of a module: files of the root stand on 0, below every folder."""
    parts = module.split(".")
    return 0 if len(parts) == 2 else FLOORS.index(parts[1]) + 1


def graph() -> dict[str, set[str]]:
    """Return our modules and which of our modules each imports."""
    known = {name.removesuffix(".__init__"): name for name in MODULES}
    return {
        name: {known[target] for target in imports(path) if target in known and known[target] != name}
        for name, path in MODULES.items()
    }


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def lines(node: Function) -> int:
    """Return the length of a function: decorators left out, signature and docstring counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def body_lines(node: Function) -> int:
    """Return the length of what a function does: without its signature and its docstring."""
    statements = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - statements[0].lineno + 1 if statements else 0


def doors_broken(outside: str) -> list[str]:
    allowed = DOORS[outside]
    return [
        name
        for name, path in MODULES.items()
        if any(target.split(".")[0] == outside for target in imports(path))
        and not any(name == door or name.startswith(f"{door}.") for door in allowed)
    ]


def test_every_folder_has_its_floor():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.rglob("*.py"))}

    assert folders - {"_data"} <= set(FLOORS)


def test_no_folder_imports_a_folder_later_in_the_walk():
    upward = [
        f"{name} imports {target}"
        for name, targets in graph().items()
        if name not in FACES
        for target in sorted(targets)
        if target not in FACES and floor(target) > floor(name)
    ]

    assert upward == []


def test_nobody_imports_the_faces():
    assert [name for name, targets in graph().items() if targets & {"drafter.__main__"}] == []


def test_modules_import_each_other_in_no_circle():
    edges = graph()
    while free := {name for name, targets in edges.items() if not targets}:
        edges = {name: targets - free for name, targets in edges.items() if name not in free}

    assert sorted(edges) == []


@pytest.mark.parametrize("outside", sorted(DOORS))
def test_an_outside_package_comes_in_by_its_door_only(outside: str):
    assert doors_broken(outside) == []


def test_every_outside_package_has_a_door():
    outside = {target.split(".")[0] for path in FILES for target in imports(path)}

    assert outside - set(sys.stdlib_module_names) - {"drafter"} <= set(DOORS)


def test_a_module_fits_in_the_head():
    lengths = {name: path.read_text(encoding="utf-8").count("\n") for name, path in MODULES.items()}

    assert {name: lines for name, lines in lengths.items() if lines > MOST_MODULE_LINES} == {}


def test_a_function_fits_on_a_screen():
    long = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}: {lines(node)} lines, {body_lines(node)} of them body"
        for path in FILES
        for node in functions(path)
        if body_lines(node) > MOST_BODY_LINES
        # Every option of a command is lines of its signature: of a command only the body is bounded.
        or (lines(node) > MOST_FUNCTION_LINES and path.parent.name != "cli")
    ]

    assert long == []


def test_no_module_is_a_drawer_for_everything():
    assert {path.stem for path in FILES} & {"utils", "util", "helpers", "common", "misc", "tools"} == set()


def test_help_starts_without_the_heavy_packages():
    script = (
        "import sys\n"
        "from drafter.__main__ import main\n"
        "sys.argv = ['drafter', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"heavy = [name for name in {LIGHT_START!r} if name in sys.modules]\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
