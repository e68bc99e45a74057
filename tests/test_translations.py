"""Every message of the application has its Spanish, with the same places for values, in the file that is shipped."""

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kneedesk.bundle import resources

ROOT = Path(__file__).parent.parent
CATALOGUE = resources() / "translations" / "es" / "LC_MESSAGES" / "kneedesk.po"
PLACE = re.compile(r"\{\w+\}")
# A widget that shows words has a `say` too; what it is given was said by the language before.
LANGUAGES = re.compile(r"(^|[._])(language|english|material)$|^say$")


@pytest.fixture(scope="module")
def catalogue():
    return read_po(BytesIO(CATALOGUE.read_bytes()), locale="es")


@pytest.fixture(scope="module")
def messages(catalogue):
    return {message.id: message.string for message in catalogue if message.id}


def trees():
    for path in sorted((ROOT / "kneedesk").rglob("*.py")):
        yield ast.parse(path.read_text("utf-8"))


def says(node: ast.AST, tree: ast.Module) -> bool:
    """Tell whether a call says a message: `language.say`, or a `say` that stands for it."""
    if not isinstance(node, ast.Call) or not node.args:
        return False
    if isinstance(node.func, ast.Attribute):
        return node.func.attr == "say" and bool(LANGUAGES.search(ast.unparse(node.func.value)))
    imported = (name for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) for name in each.names)
    return isinstance(node.func, ast.Name) and node.func.id == "say" and all(name.name != "say" for name in imported)


def strings(node: ast.AST) -> set[str]:
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def test_every_message_that_the_code_says_has_its_spanish(messages):
    said = {
        text
        for tree in trees()
        for node in ast.walk(tree)
        if says(node, tree)
        for text in strings(node.args[0])
        if not isinstance(node.args[0], ast.Subscript)
    }
    assert len(said) > 300
    assert sorted(said - set(messages)) == []


def test_no_message_is_left_over(messages):
    written = set().union(*(strings(tree) for tree in trees()))
    assert sorted(set(messages) - written) == []


def test_a_message_keeps_its_places_and_its_ends(messages):
    for english, spanish in messages.items():
        assert sorted(PLACE.findall(english)) == sorted(PLACE.findall(spanish)), english
        assert (english[0].isspace(), english[-1].isspace()) == (spanish[0].isspace(), spanish[-1].isspace()), english


def test_what_is_shipped_is_what_was_written(catalogue):
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run `make messages`"
