"""What the tables do to values on their way."""

from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import create_engine, literal, select

from kneedesk.store.tables import Instant


def test_an_instant_comes_back_in_utc_from_a_store_without_zones():
    noon_in_quito = datetime(2026, 11, 18, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=-5)))
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        read = connection.scalar(select(literal(noon_in_quito, Instant)))
    engine.dispose()
    assert read == noon_in_quito
    assert read.tzinfo is UTC
