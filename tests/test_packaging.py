"""What is installed is whole: a wheel and an editable install carry commands, prompts and schemas."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "shuangtu-2020" / "dossier.yaml"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.system

Run = Callable[..., subprocess.CompletedProcess[str]]


def data_files(folder: str) -> set[str]:
    """Return the data files of the checkout as they are named in a wheel."""
    return {
        f"drafter/_data/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*") if path.is_file()
    }


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True, cwd=ROOT)


def environment(folder: Path) -> Path:
    """Return a fresh virtual environment that borrows the packages we depend on, but not our own."""
    venv.create(folder, with_pip=False)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    # A path in a .pth file brings the packages there and does not run its .pth files: our own editable one stays out.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


def runner(folder: Path, elsewhere: Path) -> Run:
    """Return what runs a program of an environment in a folder that has nothing of ours."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(folder / SCRIPTS / program), *arguments]
        return subprocess.run(
            command, check=False, cwd=elsewhere, env=settings, capture_output=True, encoding="utf-8", timeout=120
        )

    return run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--wheel-dir", str(folder), ".")
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def from_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = environment(tmp_path_factory.mktemp("from-wheel"))
    pip("--python", str(folder / SCRIPTS / "python"), "install", "--no-deps", str(wheel))
    return runner(folder, tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = environment(tmp_path_factory.mktemp("editable"))
    pip("--python", str(folder / SCRIPTS / "python"), "install", "--no-deps", "--editable", ".")
    return runner(folder, tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(params=["from_wheel", "editable"])
def installed(request: pytest.FixtureRequest) -> Run:
    return request.getfixturevalue(request.param)


def test_a_wheel_holds_every_prompt_and_every_schema(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {name for name in names if name.startswith("drafter/_data/")} == data_files("prompts") | data_files(
        "schemas"
    )


def test_a_wheel_holds_the_package_its_licence_and_nothing_else(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0].split("-")[0] for name in names} == {"drafter"}
    assert [name for name in names if name.endswith((".pyc", ".pyo")) or "/tests/" in name] == []
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_help_is_there(installed: Run):
    done = installed("drafter", "--help")

    assert done.returncode == 0, done.stderr
    assert "draft" in done.stdout


def test_the_example_is_checked_and_drafted_from_any_folder(installed: Run, tmp_path: Path):
    checked = installed("drafter", "check", str(EXAMPLE))
    drafted = installed("drafter", "draft", str(EXAMPLE), "-o", str(tmp_path / "out"))

    assert (checked.returncode, drafted.returncode) == (0, 0), checked.stdout + drafted.stderr
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".docx", ".html", ".md", ".json"}


def test_a_wheel_reads_its_own_data(from_wheel: Run):
    done = from_wheel("python", "-c", "from drafter.resources import folder; print(folder('schemas'))")

    assert Path(done.stdout.strip()).parts[-3:] == ("drafter", "_data", "schemas")


def test_an_editable_install_reads_the_data_of_the_checkout(editable: Run):
    done = editable("python", "-c", "from drafter.resources import folder; print(folder('prompts'))")

    assert Path(done.stdout.strip()) == ROOT / "prompts"
