"""What lets a file be read in fifty years: what it is, said twice alike, its colours, and what it carries along.

PDF/A-3a (ISO 19005-3) for archives and PDF/UA-1 (ISO 14289-1) for readers who hear or touch a page, at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from hashlib import md5
from html import escape as escaped

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.objects import Objects, text_string
from kneedesk.documents.srgb import srgb_profile
from kneedesk.documents.text import printable

_escape = partial(escaped, quote=False)
# Readers of metadata look for these bytes: the first of them is a byte order mark.
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Description:
    """What a file says of itself; its title is shown in windows and names nobody."""

    title: str
    language: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a document carries along as the data it was made from; ``media_type`` as in ``application/json``."""

    name: str
    media_type: str
    description: str
    content: bytes = field(repr=False)


def describe(canvas: Sheet, description: Description, author: str, producer: str) -> None:
    """Write what the file says of itself, for old readers and for new ones, and which colours its numbers mean."""
    title, author = printable(description.title), printable(author)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator(producer)
    canvas.setProducer(producer)
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    packet = _PACKET.format(
        title=_escape(title),
        author=_escape(author),
        producer=_escape(producer),
        language=_escape(description.language),
        moment=_moment(description.made_at),
    )
    objects = canvas.objects
    # Programs that know no PDF find the packet by its first bytes: it stays as it is.
    metadata = objects.add_stream("/Type/Metadata/Subtype/XML", packet.encode(), compressed=False)
    profile = objects.add_stream("/N 3", srgb_profile())
    name = text_string("sRGB IEC61966-2.1")
    intent = (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}/DestOutputProfile {profile} 0 R>>"
    )
    objects.catalog(Metadata=f"{metadata} 0 R", OutputIntents=f"[{intent}]")


def attach(objects: Objects, attachments: Sequence[Attachment], made_at: datetime) -> None:
    """Write files into the document, as data that belong to the whole of it; their names must differ."""
    if not attachments:
        return
    listed = sorted((text_string(each.name), _file(objects, each, made_at)) for each in attachments)
    names = " ".join(f"{name} {number} 0 R" for name, number in listed)
    objects.catalog(
        Names=f"<</EmbeddedFiles<</Names[{names}]>>>>",
        AF=f"[{' '.join(f'{number} 0 R' for _, number in listed)}]",
    )


def _file(objects: Objects, attachment: Attachment, made_at: datetime) -> int:
    check = md5(attachment.content, usedforsecurity=False).hexdigest()
    date = f"(D:{made_at:%Y%m%d%H%M%S}{_zone(made_at, separator=chr(39))}')"
    stream = objects.add_stream(
        f"/Type/EmbeddedFile/Subtype/{attachment.media_type.replace('/', '#2F')}"
        f"/Params<</Size {len(attachment.content)}/CheckSum<{check}>/ModDate{date}>>",
        attachment.content,
    )
    name = text_string(attachment.name)
    return objects.add(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(attachment.description)}/AFRelationship/Data"
        f"/EF<</F {stream} 0 R/UF {stream} 0 R>>>>"
    )


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}{_zone(moment, separator=':')}"


def _zone(moment: datetime, *, separator: str) -> str:
    written = f"{moment:%z}" or "+0000"
    return f"{written[:3]}{separator}{written[3:5]}"
