"""The shape of the repository: what each file says of itself, what tests what, and what is shipped."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LONGEST_PATH = 140  # Windows allows 260 with the folder that it is unpacked in

# Modules with functions but no test file of their own, each with the reason.
TESTED_ELSEWHERE = {
    "kneedesk/bundle.py": "below, from the wheel; every test that loads the library uses it from a checkout",
}

# Hosts that a lock or a page of help may pick up from a machine, and paths of the machine itself.
FOREIGN = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|debian\.org|pkg\.dev|/[w]ork/|/[r]oot/|/[h]ome/|/[o]pt/"
)

ignored = [".git", *(line.rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split())]


def kept(name: str) -> bool:
    """Return whether git would keep a file or folder of this name."""
    return not any(fnmatch(name, pattern) for pattern in ignored)


def committed(folder: str = ".") -> list[Path]:
    """Return the files below ``folder`` that git would not ignore, relative to the root."""
    found = []
    for parent, folders, names in os.walk(ROOT / folder):
        folders[:] = filter(kept, folders)
        found += [Path(parent, name).relative_to(ROOT) for name in names if kept(name)]
    return sorted(found)


def modules() -> list[Path]:
    """Return the modules of kneedesk, relative to the root."""
    return [path for path in committed("kneedesk") if path.suffix == ".py"]


def tree_of(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text("utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """Build the wheel as a release does, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return zipfile.Path(built)


@pytest.mark.parametrize("module", modules(), ids=str)
def test_module_says_in_one_sentence_what_it_is_about(module):
    said = (ast.get_docstring(tree_of(module)) or "no docstring").split("\n\n")[0]  # then, perhaps, why
    assert said.endswith("."), f"the sentence has no end: {said}"
    assert not re.search(r"[.!?]\s+[A-Z]", said), f"more than one sentence: {said}"


def test_every_module_with_functions_has_a_test_file_at_the_mirrored_path():
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    untested = []
    for module in modules():
        if module.stem in {"__init__", "__main__"}:
            continue
        mirrored = Path("tests", *module.parts[1:-1], f"test_{module.name}")
        has_functions = any(isinstance(node, functions) for node in ast.walk(tree_of(module)))
        if has_functions and not (ROOT / mirrored).is_file():
            untested.append(module.as_posix())
    assert sorted(TESTED_ELSEWHERE) == untested


def test_imports_go_one_way():
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir=None))"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_wheel_contains_exactly_the_package_and_the_resources(wheel):
    with zipfile.ZipFile(str(wheel.root.filename)) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = {path.as_posix() for path in committed("kneedesk")}
    resources = {f"kneedesk/{path.as_posix()}" for path in committed("resources")}
    assert shipped == package | resources


def test_shipped_package_finds_the_resources_inside_itself(wheel, tmp_path):
    with zipfile.ZipFile(str(wheel.root.filename)) as archive:
        archive.extractall(tmp_path)
    program = "from kneedesk.bundle import resources; print(resources())"
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(run.stdout.strip()) == tmp_path / "kneedesk" / "resources"


def test_resources_hold_no_code():
    assert not [path for path in committed("resources") if path.suffix == ".py"]
    assert not (ROOT / "kneedesk" / "resources.py").exists()


def test_no_path_is_too_long_for_windows():
    assert not [path for path in committed() if len(path.as_posix()) > LONGEST_PATH]


def test_no_file_names_a_registry_or_a_place_on_one_machine():
    named = []
    for path in committed():
        try:
            text = (ROOT / path).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        named += [f"{path}: {found.group()}" for found in FOREIGN.finditer(text)]
    assert not named


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        (
            "requirements.txt",
            [*PROJECT["project"]["dependencies"], *chain(*PROJECT["project"]["optional-dependencies"].values())],
        ),
        ("tests/benchmarks/requirements.txt", PROJECT["dependency-groups"]["bench"]),
    ],
)
def test_a_lock_pins_and_hashes_what_the_project_asks_for(lock, requirements):
    pinned = pinned_in(lock)
    for requirement in map(Requirement, requirements):
        name = requirement.name.lower().replace("_", "-")
        assert requirement.specifier.contains(pinned[name]), f"{requirement}: run `make lock`"


def test_what_both_locks_pin_has_one_version():
    ours, others = pinned_in("requirements.txt"), pinned_in("tests/benchmarks/requirements.txt")
    assert {name: ours[name] for name in ours.keys() & others} == {name: others[name] for name in ours.keys() & others}


def pinned_in(lock: str) -> dict[str, str]:
    """Return the version of every package of a lock, each of which has its hashes."""
    text = (ROOT / lock).read_text("utf-8")
    entries = re.findall(r"^([\w.-]+)==(\S+)(.*(?:\\\n    --hash=sha256:\w{64}.*)+)$", text, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[^\s#]", text, re.MULTILINE)), "a line without a version or a hash"
    return {name.lower().replace("_", "-"): version for name, version, _ in entries}
