"""The folder of an invented practice, in which a test plants one fault."""

from typing import Any

from tests.knowledge.small_pack import REVIEW, entry

COUNSEL = "NOTICE. This therapy is not approved by the FDA. Chapter 25-01, in force from 1 July 2025."


def words(english: str, spanish: str) -> dict[str, str]:
    return {"en": english, "es": spanish}


def practice_files() -> dict[str, dict[str, Any]]:
    """Return the files of the practice by their names."""
    time = words("You are with us for a morning. Bring a book.", "Usted pasa una mañana con nosotros. Traiga un libro.")
    return {
        "practice.yaml": {
            "id": "practice",
            **REVIEW,
            "version": "riverside-3",
            "languages": ["en", "es"],
            "name": "Riverside Knee Clinic",
            "contacts": [words("The nurse: 555 0142, until 18:00.", "La enfermera: 555 0142, hasta las 18:00.")],
            "offered": ["conservative", "corticosteroid", "prp", "stem_cell"],
        },
        "costs/prp.yaml": entry(
            "prp", lines=[words("One injection costs 850 dollars here.", "Una inyección cuesta aquí 850 dólares.")]
        ),
        "everyday/prp.yaml": entry("prp", lines=[{"text": time, "about": ["time"]}]),
        "notices/us-fl.yaml": entry("us-fl", text=COUNSEL),
    }
