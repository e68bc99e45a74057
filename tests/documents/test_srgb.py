"""The colour profile is small, says the same as another maker's, and is the same for ever."""

from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageCms

from kneedesk.documents.srgb import srgb_profile

FIFTHS = bytes(value for red in range(0, 256, 51) for green in range(0, 256, 51) for value in (red, green, 255 - red))


def test_colours_are_those_of_an_independent_profile():
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    shown = Image.frombytes("RGB", (6, 6), FIFTHS)
    seen = ImageCms.applyTransform(shown, ImageCms.buildTransform(ours, theirs, "RGB", "RGB"))
    assert max(abs(one - other) for one, other in zip(shown.tobytes(), seen.tobytes(), strict=True)) <= 1


def test_it_says_what_it_is():
    profile = ImageCms.ImageCmsProfile(BytesIO(srgb_profile())).profile
    assert profile.profile_description == "sRGB IEC61966-2.1"
    assert profile.version == 4.2
    assert profile.xcolor_space == "RGB "


def test_it_is_small_and_never_changes():
    assert len(srgb_profile()) == int.from_bytes(srgb_profile()[:4]) < 700
    # A change here changes the bytes of every document: then this is written anew on purpose.
    assert sha256(srgb_profile()).hexdigest()[:16] == "02d0f1f5245071d4"
