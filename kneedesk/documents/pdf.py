"""Write a story that is set on its pages as a PDF; equal input gives equal bytes."""

from collections.abc import Sequence
from io import BytesIO

from kneedesk.documents.archive import Attachment, Description, attach, describe
from kneedesk.documents.canvas import Proof, Sheet
from kneedesk.documents.field import add_seal_field
from kneedesk.documents.outline import add_bookmark
from kneedesk.documents.setting import Setting, Watch, paint_page, top_of, undisturbed
from kneedesk.documents.structure import Element, write

PRODUCER = "KneeDesk"


def render(
    setting: Setting,
    *,
    description: Description,
    attachments: Sequence[Attachment] = (),
    seal_field: str = "",
    watch: Watch = undisturbed,
) -> bytes:
    """Return the document as PDF, tagged and fit for archives; a setting is rendered once.

    ``seal_field`` is what is read aloud for the field that a seal fills in; without it there is none.
    """
    frame, geometry = setting.frame, setting.geometry
    buffer = BytesIO()
    canvas = Sheet(buffer, (geometry.width, geometry.height), description.language, description.made_at)
    for number, page in enumerate(setting.pages, start=1):
        watch()
        for placed in page:
            if placed.strip.bookmark and not placed.repeated:
                add_bookmark(canvas, placed.strip.bookmark, top_of(setting, number) - placed.top)
        paint_page(canvas, setting, number, setting.ends)
    watch()
    if seal_field:
        add_seal_field(Element("Form", setting.root), seal_field, canvas.owners, canvas.objects)
    write(setting.root, canvas.owners, canvas.objects)
    author = frame.letterhead[0] if frame.letterhead else PRODUCER
    describe(canvas, description, author, PRODUCER)
    attach(canvas.objects, attachments, description.made_at)
    watch()
    canvas.save()
    return buffer.getvalue()


def proof(setting: Setting, number: int) -> bytes:
    """Return one page, counted from one, as a file of its own that is only looked at: it shows what the whole will."""
    buffer = BytesIO()
    canvas = Proof(buffer, (setting.geometry.width, setting.geometry.height))
    paint_page(canvas, setting, number, None)
    canvas.save()
    return buffer.getvalue()
