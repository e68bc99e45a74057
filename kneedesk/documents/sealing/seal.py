"""Seal a document: a certifying signature of the practice that permits no later change, made without a network.

Loading pyHanko takes half a second: whoever opens a window imports this module on another thread.
"""

from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.generic import BooleanObject, NameObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from kneedesk.documents.sealing.envelope import sign_digest, write_envelope
from kneedesk.domain.practice_key import PracticeKey

FIELD = "Seal"
"""The field that waits for the seal: made with the document, so that its pages and tags stay as they are."""
CONTENT = "/KneeDeskContent"
"""Under this name a seal holds the digest of the consultation from which the document was made."""
ADDENDUM = "/KneeDeskAddendum"
"""Under this name a seal says that the document is an addendum beside that consultation."""
JOURNAL = "/KneeDeskJournal"
"""Under this name a seal holds how many entries the journal of the practice had then, and the digest of the last."""
ROOM = 2048
"""Bytes that are kept for the envelope: a certificate with the longest name fits twice."""
_DIGEST = "sha256"


def seal(
    pdf: bytes,
    key: PracticeKey,
    sealed_at: datetime,
    *,
    meaning: str,
    content: str,
    addendum: bool = False,
    journal: str = "",
) -> bytes:
    """Return the document with the practice's seal after its own bytes, which stay as they are.

    ``meaning`` is what a reader of PDF shows as the reason; ``content`` is the digest of the consultation, beside
    which an ``addendum`` stands; ``journal`` is the head of the practice's journal, as an anchor is written.

    :raises ValueError: where the instant has no time zone.
    :raises pyhanko.pdf_utils.misc.PdfError: where this is no PDF, no field waits in it, or it is sealed already.
    """
    if sealed_at.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    writer = _UntouchedMetadata(BytesIO(pdf))
    writer.register_extension(ESIC_EXTENSION_1)
    embedding = PdfCMSEmbedder().write_cms(FIELD, writer, existing_fields_only=True)
    next(embedding)
    signature = SignatureObject(sealed_at, SigSeedSubFilter.PADES, reason=meaning, bytes_reserved=2 * ROOM)
    signature[NameObject(CONTENT)] = NameObject(f"/{content}")
    if addendum:
        signature[NameObject(ADDENDUM)] = BooleanObject(True)  # type: ignore[no-untyped-call]
    if journal:
        signature[NameObject(JOURNAL)] = NameObject(f"/{journal.replace(':', '-')}")
    no_changes = SigMDPSetup(_DIGEST, certify=True, docmdp_perms=MDPPerm.NO_CHANGES)
    embedding.send(SigObjSetup(signature, no_changes))
    prepared, sealed = embedding.send(SigIOSetup(_DIGEST))
    embedding.send(write_envelope(sign_digest(prepared.document_digest, key)))
    return bytes(sealed.getvalue())


class _UntouchedMetadata(IncrementalPdfFileWriter):
    """Appends to a document and leaves what it says of itself: dated by the computer's clock, it is no archive."""

    def _update_meta(self) -> None:
        """Change nothing; pyHanko has no public way to ask for that."""
