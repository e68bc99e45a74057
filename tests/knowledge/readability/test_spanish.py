"""Our rules for Spanish syllables agree with a published list, and easy texts get a high score."""

import re

import pytest

from kneedesk.knowledge.readability.spanish import ease, syllables

# From EDFU, an Open Syllabification Corpus for Spanish (J. de la Rosa, Á. Pérez Pozo, LINHD), collected from
# Educalingo, Dirae and Fundéu and checked against A. Ríos Mestre, Estudios de Lingüística del Español 4 (1999):
# words with each kind of meeting vowels, silent u, h between vowels, and final y. Left out is
# aarónica, where the list speaks aa as one syllable.
PUBLISHED = re.findall(
    r"\S+",
    """
a-ba-dí-a a-ba-dia-do a-ba-laus-tra-da a-ba-le-ar a-ba-le-o a-ba-lo-rio a-ba-lan-zar a-ba-ni-que-rí-a
a-be-ce-da-rio a-be-ja a-be-rra-ción a-bier-ta-men-te a-bie-tá-ce-as a-bio-gé-ne-sis a-bió-ti-co a-blan-da-hí-gos
a-bo-he-ta-da a-bo-ga-cí-a a-bo-li-ción a-bre-o-jos a-bre-nun-cio a-bre-via-tu-ra ab-duc-ción ab-do-mi-nal a-bey
i-rre-al i-rre-con-ci-lia-ble i-rre-em-pla-za-ble i-rre-fle-xión i-rrei-vin-di-ca-ble i-rre-li-gio-so i-rre-quie-to
i-rres-pe-tuo-so i-rre-suel-to i-rri-ta-ción i-rruir is-lan-dia is-ma-e-li-ta i-so-cro-ní-a i-so-é-dri-co is-que-mia
is-qué-mi-co is-ra-e-lí ist-mo i-ta-lo-a-me-ri-ca-no i-ti-ne-ra-rio iz-quier-do i-vier-no ja-bo-ne-rí-a ja-cua-ré
ja-de-an-te ja-de-í-ta ja-én ja-ez ja-guar ja-güel ja-güey ja-güi-lla ja-ha-rí jai-ba ja-mai-ca ja-mú-as ja-que-ca
ja-ma-que-ón ja-ma-quión ja-pón jac-tan-cia ja-le-a ja-ca-le-rí-o ja-be-gue-ra ja-jay po-ta-sio po-ten-ciar po-te-ar
po-ten-ció-me-tro po-zue-lo prác-ti-ca pra-o pra-se-o-di-mio pre-a-cuer-do pre-ám-bu-lo pre-cau-ción pre-ca-rie-dad
pre-cep-tuar pre-cio pre-ci-puo pre-ci-sión pre-dic-ción pre-dio pre-dis-pues-to pre-e-clamp-sia pre-es-co-lar
pre-fe-ren-cia pre-gun-ta pre-gue-rra prehis-to-ria pre-ho-mí-ni-do prein-cai-co preins-crip-ción pre-jui-cio
pre-muer-to pren-sa-es-to-pas pre-o-cu-pa-ción pre-o-pe-ra-to-rio pre-pa-ra-ción pre-rra-fa-e-lis-mo
""",
)


@pytest.mark.parametrize("parted", PUBLISHED)
def test_syllables_are_those_of_the_published_list(parted):
    assert syllables(parted.replace("-", "")) == parted.count("-") + 1


@pytest.mark.parametrize(
    ("word", "count"),
    [("y", 1), ("muy", 1), ("PRP", 3), ("NICE", 2), ("12.5", 1), ("Médico", 3), ("antiinflamatorio", 7), ("días", 2)],
)
def test_syllables_of_what_the_list_lacks(word, count):
    assert syllables(word) == count


def test_the_formula_of_fernandez_huerta():
    assert ease("Yo ya no voy. Ya sé que sí.") == pytest.approx(206.84 - 60 - 1.02 * 4)
    assert ease("Sin dolor.", lambda word: 2) == pytest.approx(206.84 - 120 - 1.02 * 2)


def test_a_hard_text_scores_below_an_easy_one():
    easy = "La rodilla duele. Usted puede andar. Llame si se pone roja."
    hard = "La administración intraarticular de preparaciones estromales autólogas constituye una intervención."
    assert ease(easy) > 85
    assert ease(hard) < 20
