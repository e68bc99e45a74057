"""Nothing that the articles cover is missing: each of their claims belongs to a topic, and each topic has its place."""

import pytest

ARTICLES = ("S1", "S2", "S3")
QUESTIONS = {"S1": 12, "S2": 5, "S3": 4}


def test_every_claim_belongs_to_a_topic_of_its_article(library):
    for claim in library.claims.values():
        topics = [topic for topic in library.topics.values() if f"claims/{claim.id}" in topic.places]
        assert any(claim.article in topic.articles for topic in topics), claim.id


@pytest.mark.parametrize("article", ARTICLES)
def test_every_question_of_an_article_is_a_topic(article, library):
    asked = [topic for topic in library.topics.values() if topic.id.startswith("faq-") and article in topic.articles]
    assert len(asked) == QUESTIONS[article]


def test_a_topic_is_answered_by_more_than_the_words_of_an_article(library):
    for topic in library.topics.values():
        if topic.id not in {"promises", "references"}:
            assert not all(place.startswith("claims/") for place in topic.places), topic.id


def test_topics_stand_in_an_order_of_their_own(library):
    orders = [topic.order for topic in library.topics.values()]
    assert len(orders) == len(set(orders))
