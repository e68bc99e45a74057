"""Every file of the pack: its name, its days of review, its links, and that nothing shown is a contradicted claim."""

import datetime
import re

import pytest
import yaml

from kneedesk.bundle import resources
from kneedesk.domain.finding import finding_types
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import PLACEHOLDER
from kneedesk.knowledge.gate.walk import passages_of

ROOT = resources() / "knowledge"
FILES = sorted(ROOT.rglob("*.yaml"))
SHELVES = {
    *("claims", "facts", "findings", "head_to_head", "notices", "options", "regulations", "risks", "rules", "scales"),
    *("sources", "terms", "texts", "timelines", "topics"),
}
LONGEST_REVIEW = datetime.timedelta(days=366)


@pytest.fixture(scope="module")
def trees():
    """What every file says, by its path under the pack."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {path: yaml.load(path.read_text("utf-8"), Loader=loader) for path in FILES}  # noqa: S506 - a safe loader


def test_every_file_has_its_id_for_a_name_and_its_next_review_within_a_year(trees):
    for path, tree in trees.items():
        assert tree["id"] == path.stem, path
        assert tree["reviewed"] < tree["review_due"] <= tree["reviewed"] + LONGEST_REVIEW, path


def test_the_pack_holds_nothing_but_its_shelves():
    assert {path.name for path in ROOT.iterdir()} <= {"pack.yaml", *SHELVES}
    assert {path.suffix for path in ROOT.rglob("*") if path.is_file()} == {".yaml"}


def test_every_file_reaches_the_library(library):
    entries = {entry.id for entry in library.entries()}
    assert {path.stem for path in FILES} == entries
    assert len(library.entries()) == len(FILES)


def test_every_path_is_short_enough_for_windows():
    repository = resources().parent
    assert [path for path in FILES if len(path.relative_to(repository).as_posix()) > 140] == []


def test_every_finding_of_the_pack_exists_and_every_path_of_a_rule_has_words(library):
    assert set(library.findings) <= set(finding_types())
    named = {path for rules in library.rules.values() for rule in rules for path in rule.findings}
    assert named <= set(library.findings)
    assert all(library.findings[path].name.en for path in named)


def test_every_placeholder_of_every_text_is_one_that_is_understood(trees):
    """A placeholder that the pattern does not match would be printed as it stands."""
    for path, tree in trees.items():
        if path.parent.name in {"options", "risks", "texts"}:
            for braces in re.findall(r"\{[^}]*\}?", str(text_of(tree))):
                assert PLACEHOLDER.fullmatch(braces), (path, braces)


def text_of(tree) -> str:
    match tree:
        case str():
            return tree
        case dict():
            return " ".join(text_of(value) for value in tree.values())
        case list():
            return " ".join(text_of(value) for value in tree)
    return ""


def test_every_source_is_used(library):
    used = {name for fact in library.facts.values() for name in fact.sources}
    used |= {name for entry in library.entries() for _, passage in passages_of(entry) for name in passage.basis}
    used |= {name for rules in library.rules.values() for rule in rules for name in rule.sources}
    used |= {claim.article for claim in library.claims.values()}
    assert set(library.sources) - used == set()


def test_every_claim_that_is_not_supported_says_why_or_what_is_known_or_said_instead(library):
    for claim in library.claims.values():
        if claim.verdict != "supported":
            assert claim.verdict == "no-source" or claim.note or claim.instead or claim.facts, claim.id


@pytest.mark.parametrize("treatment", Treatment)
def test_rules_of_a_course_have_plain_words_and_a_reason(treatment, library):
    rules = library.rules[treatment]
    assert rules
    for rule in rules:
        assert len(rule.plain.en.split()) >= 4
        assert rule.statement.en != rule.plain.en
        assert rule.basis


def test_every_notice_is_a_slot_with_a_sample_that_claims_no_compliance(library):
    """What a law prescribes is for the practice to supply; what ships shows only the kind of text."""
    for notice in library.notices.values():
        assert notice.text is None, notice.id
        assert notice.sample is not None, notice.id
        assert notice.sample.en.startswith("Sample. These are not the words of the law"), notice.id
        assert notice.sample.spoken("es").startswith("Muestra. Estas no son las palabras de la ley"), notice.id
