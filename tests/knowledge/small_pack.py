"""A small valid pack in a folder, in which a test plants one fault."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from kneedesk.domain.consultation import Jurisdiction
from kneedesk.domain.history import Condition
from kneedesk.domain.measure import Instrument
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.pack_files import Fault, InvalidPack
from kneedesk.knowledge.shelves import read_library
from kneedesk.knowledge.timeline import PERIODS

CONDITIONS = tuple(condition.value for condition in Condition)
CLAIM = {"en": "New cartilage grows back", "es": "Crece cartílago nuevo otra vez"}
REVIEW = {"reviewed": "2026-11-20", "review_due": "2027-11-20"}


class Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """Writes every text where it stands, as our own files do, without a reference to an equal one."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def passage(text: str = "Ask your physician.", /, **basis: Any) -> dict[str, Any]:
    return {"text": {"en": text}, **(basis or {"sources": ["convention"]})}


def entry(name: str, /, **fields: Any) -> dict[str, Any]:
    return {"id": name, **REVIEW, **fields}


def option(treatment: Treatment, order: int) -> dict[str, Any]:
    rows = ("what_it_is", "what_it_is_like", "what_it_may_do", "harms", "unknown", "cost", "guidelines", "later")
    short = ("what_it_may_do", "harms", "everyday_life", "cost")
    return entry(
        treatment.value,
        treatment=treatment.value,
        order=order,
        name={"en": "A course"},
        clinical_name={"en": "A course of treatment"},
        stance=passage(),
        short={name: passage() for name in short},
        rows={name: [passage()] for name in rows},
    )


def files() -> dict[str, dict[str, Any]]:
    """Return the entries of the pack by their file."""
    words = {"en": "Words"}
    pack: dict[str, dict[str, Any]] = {
        "pack.yaml": entry(
            "pack",
            version="1",
            languages=["en"],
            authors=[{"en": "Somebody", "es": "Alguien"}],
            funding=words,
            update_policy=words,
            selection=words,
        ),
        "sources/convention.yaml": entry("convention", type="convention", csl={"title": "Convention"}),
        "sources/page.yaml": entry("page", type="clinic-page", csl={"title": "A page"}, interest={"en": "It sells."}),
        "sources/trial.yaml": entry(
            "trial",
            type="randomised-trial",
            csl={"title": "A trial", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2020]]}},
        ),
        "facts/AAA-01.yaml": entry(
            "AAA-01",
            topic="pain",
            status="checked",
            statement={"en": "Pain fell."},
            comparator={"en": "placebo"},
            figures={
                "pain": {"measure": "share", "unit": "percent", "value": 12.5, "low": 4, "high": 22},
                "gain": {"measure": "difference", "unit": "points-of-10", "value": 1.5, "time": {"en": "6 months"}},
                "late": {"measure": "share", "unit": "percent", "value": 3, "time": {"en": "2 years"}},
            },
            certainty="low",
            seen={"en": "abstract"},
            sources=["trial"],
        ),
        "facts/AAA-02.yaml": entry(
            "AAA-02",
            topic="pain",
            status="recalled",
            statement={"en": "Remembered."},
            figures={"pain": {"measure": "amount", "unit": "usd", "value": 3}},
            certainty="not-rated",
            seen={"en": "nothing"},
            sources=["trial"],
        ),
        "claims/SC-001.yaml": entry("SC-001", article="page", paraphrase=CLAIM, verdict="overstated", facts=["AAA-01"]),
        "findings/history.condition.yaml": entry(
            "history.condition",
            section="history",
            order=10,
            name={"en": "Condition"},
            values={name: {"en": name} for name in CONDITIONS},
        ),
        "rules/prp/osteoarthritis.yaml": entry(
            "osteoarthritis",
            order=10,
            effect="indication",
            required=True,
            when={"finding": "history.condition", "is": "osteoarthritis"},
            statement=words,
            plain=words,
            certainty="low",
            facts=["AAA-01"],
        ),
        "risks/pain.yaml": entry(
            "pain",
            treatments=["prp"],
            severity="common",
            order=10,
            name={"en": "Pain"},
            explanation=passage(),
            frequency={"figure": "AAA-01.pain", "population": words, "time": words},
        ),
        "texts/placebo.yaml": entry(
            "placebo", audience="patient", title=words, passages=[passage("About {AAA-01.pain.of100}.")]
        ),
        "topics/pain.yaml": entry("pain", order=10, name=words, articles=["page"], places=["texts/placebo"]),
        "terms/placebo.yaml": entry("placebo", name=words, meaning=passage()),
    }
    for order, treatment in enumerate(Treatment):
        pack[f"options/{treatment.value}.yaml"] = option(treatment, order)
        pack[f"timelines/{treatment.value}.yaml"] = entry(
            treatment.value,
            treatment=treatment.value,
            stages=[{"period": period, "expect": [passage()]} for period in PERIODS],
        )
    for pair in combinations(map(str, Treatment), 2):
        name = "-".join(pair)
        pack[f"head_to_head/{name}.yaml"] = entry(name, courses=[*pair], compared="not-found", found=[passage()])
    for instrument in map(str, Instrument):
        pack[f"scales/{instrument}.yaml"] = entry(
            instrument, instrument=instrument, order=10, name=words, better="lower", meaning=[passage()]
        )
    for jurisdiction in map(str, Jurisdiction):
        products = [{"treatments": ["prp"], "said": [passage()]}]
        pack[f"regulations/{jurisdiction}.yaml"] = entry(
            jurisdiction, jurisdiction=jurisdiction, name=words, products=products
        )
    return pack


def faults_of(folder: Path) -> tuple[Fault, ...]:
    """Return why the pack under a folder is refused."""
    with pytest.raises(InvalidPack) as invalid:
        read_library(folder)
    return invalid.value.faults


def refused(folder: Path, file: str, changes: dict[str, Any], reason: str) -> str:
    """Plant changes in a file of the pack and return the line that is refused for this reason."""
    entries = files()
    entries[file] = {**entries[file], **changes}
    faults = faults_of(write(folder, entries))
    lines = [fault.line for fault in faults if fault.file == file and reason in fault.reason]
    assert lines, faults
    return (folder / file).read_text("utf-8").splitlines()[lines[0] - 1].strip()


def write(folder: Path, entries: dict[str, dict[str, Any]]) -> Path:
    """Write a pack under a folder and return it."""
    for name, content in entries.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(content, Dumper=Plain, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return folder
