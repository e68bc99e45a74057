"""The logo of the letterhead: PNG or JPEG, small in the file, its own size on paper, or one sentence why it is not."""

import dataclasses
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from kneedesk.assessment.readiness import Document
from kneedesk.documents import logo
from kneedesk.documents.issue import issue
from kneedesk.documents.logo import HEIGHT, WIDTH, UnusableLogo, read_logo
from tests.documents.issuing import material_of
from tests.documents.reading import pages_of
from tests.documents.validating import faults_of


@pytest.fixture
def picture(tmp_path):
    """Return the file of a picture."""

    def make(name: str = "logo.png", size: tuple[int, int] = (600, 200), mode: str = "RGBA", **options):
        path = tmp_path / name
        Image.new(mode, size, 128 if len(mode) == 1 else (20, 120, 160, 90)[: len(mode)]).save(path, **options)
        return path

    return make


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "P", "1"])
def test_a_png_is_read_in_every_mode(picture, mode):
    found = read_logo(picture(mode=mode))
    assert found.picture.mode == ("RGBA" if mode == "RGBA" else "RGB")
    assert (found.width, found.height) == (120.0, 40.0)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_jpeg_is_printed_in_red_green_and_blue(picture, mode):
    assert read_logo(picture("logo.jpg", mode=mode)).picture.mode == "RGB"


@pytest.mark.parametrize("size", [(600, 200), (3000, 60), (40, 4000), (1, 1)])
def test_a_logo_keeps_its_proportions_and_has_no_more_pixels_than_print_needs(picture, size):
    found = read_logo(picture(size=size))
    assert found.width <= WIDTH
    assert found.height <= HEIGHT
    assert found.width / found.height == pytest.approx(size[0] / size[1])
    assert found.picture.width <= max(1, round(WIDTH * 300 / 72))


def test_what_is_no_logo_is_refused_with_a_reason(picture, tmp_path, monkeypatch):
    whole = picture().read_bytes()
    files = {
        "gone.png": (None, logo.UNREADABLE),
        "words.png": (b"no picture at all", logo.NO_PICTURE),
        "cut.png": (whole[: len(whole) // 2], logo.UNREADABLE),
        "drawing.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", logo.NO_PICTURE),
        "large.png": (whole + b" " * 2_000_000, logo.TOO_LARGE_FILE),
    }
    for name, (content, reason) in files.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(UnusableLogo) as refused:
            read_logo(tmp_path / name)
        assert str(refused.value) == reason, name
    with pytest.raises(UnusableLogo, match="6000 pixels"):
        read_logo(picture(size=(6001, 2)))
    with pytest.raises(UnusableLogo, match="no PNG or JPEG"):
        read_logo(picture("logo.gif", mode="P"))


@pytest.mark.parametrize("large", [False, True])
def test_the_logo_stands_on_the_first_page_beside_the_name_and_the_file_stays_whole(large, picture, ready, library):
    material = dataclasses.replace(material_of(ready, library), logo=read_logo(picture()))
    content = issue(Document.SHEET, material, "a4", large=large)
    assert issue(Document.SHEET, material, "a4", large=large) == content
    first, *others = PdfReader(BytesIO(content)).pages
    assert len(first.images) == 1
    assert all(not page.images for page in others)
    assert "Riverside Knee Clinic" in pages_of(content)[0]
    assert faults_of(content) == []
