"""The field that a seal fills in: a signature field without any size, on the last page, waiting within the tags.

Made with the document, it needs no change of the page when it is signed: what is sealed is what was issued.
"""

from kneedesk.documents.objects import Objects, text_string
from kneedesk.documents.structure import Element, Owners
from kneedesk.documents.text import printable

SEAL_FIELD = "Seal"
# Printed with the page, and not to be moved: ISO 32000-1, table 165.
PRINTED_AND_LOCKED = 4 + 128


def add_seal_field(form: Element, spoken: str, owners: Owners, objects: Objects) -> None:
    """Add an empty signature field to the last page and give it to its element, a Form, once all pages are drawn.

    ``spoken`` is what is read aloud for the field, in the language of the document.
    """
    page = len(owners.pages) - 1
    field = objects.allot()
    key = owners.hold(form, page, field)
    objects.put(
        field,
        f"<</Type/Annot/Subtype/Widget/FT/Sig/T{text_string(SEAL_FIELD)}/TU{text_string(printable(spoken))}"
        f"/Rect[0 0 0 0]/F {PRINTED_AND_LOCKED}/P {objects.page(page)} 0 R/StructParent {key}>>",
    )
    objects.annotate(page, field)
    objects.catalog(AcroForm=f"<</Fields[{field} 0 R]>>")
