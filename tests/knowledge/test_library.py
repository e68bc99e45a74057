"""The library finds the sources behind a fact and the risks of a course, in their order."""

from kneedesk.domain.treatment import CellSource, Treatment


def test_a_fact_leads_to_its_sources_and_a_source_to_itself(library):
    for name, fact in library.facts.items():
        assert tuple(source.id for source in library.sources_of(name)) == fact.sources
    assert [source.id for source in library.sources_of("convention")] == ["convention"]


def test_risks_stand_in_order_common_before_serious_the_harvest_after_the_injection(library):
    for treatment in Treatment:
        risks = library.risks_of(treatment, CellSource.BONE_MARROW)
        keys = [(risk.part != "procedure", risk.severity, risk.order) for risk in risks]
        assert keys == sorted(keys)
        assert all(treatment in risk.treatments for risk in risks)


def test_a_risk_of_other_cells_is_left_out_and_kept_where_the_source_is_not_recorded(library):
    marrow = {risk.id for risk in library.risks_of(Treatment.STEM_CELL, CellSource.BONE_MARROW)}
    cord = {risk.id for risk in library.risks_of(Treatment.STEM_CELL, CellSource.UMBILICAL_CORD)}
    unrecorded = {risk.id for risk in library.risks_of(Treatment.STEM_CELL)}
    assert "stem_cell-harvest_marrow_pain" in marrow - cord
    assert "stem_cell-harvest_fat_bruising" not in marrow | cord
    assert marrow | cord < unrecorded


def test_every_entry_is_listed_once(library):
    entries = library.entries()
    assert len({id(entry) for entry in entries}) == len(entries)
    assert entries[0] is library.pack
    rules = {id(rule) for rules in library.rules.values() for rule in rules}
    assert rules < {id(entry) for entry in entries}
