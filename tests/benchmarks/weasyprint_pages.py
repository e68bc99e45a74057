"""The same words by WeasyPrint: as HTML with a style of its own, in the same faces, sizes and tables.

Left out, all to its advantage: the drawings, tags and what archives ask for, places kept together on a page.
"""

from html import escape

from weasyprint import HTML

from kneedesk.bundle import resources
from kneedesk.documents.fonts import FACES, SYMBOLS
from kneedesk.documents.style import PAPERS, STYLES, Voice
from kneedesk.presentation import content
from tests.benchmarks.story import Story, pieces

FONTS = resources() / "fonts"
WEIGHTS = {"regular": 400, "medium": 500, "strong": 600}


def weasyprint_page(story: Story) -> bytes:
    """Return one document as PDF."""
    pdf: bytes = HTML(string=html_of(story)).write_pdf()
    return pdf


def html_of(story: Story) -> str:
    """Return one document as HTML."""
    frame = story.frame
    head = "".join(f"<p>{escape(text)}</p>" for text in frame.letterhead)
    body = "".join(_block(block, story) for block in story.blocks)
    title = escape(frame.title)
    return f'<html lang="en"><head><title>{title}</title><style>{_style(story)}</style></head><body>{head}{body}</body>'


def _style(story: Story) -> str:
    style, paper, frame = STYLES["patient"], PAPERS["a4"], story.frame
    faces = "".join(
        f'@font-face {{ font-family: Inter; font-weight: {WEIGHTS[weight]}; src: url("{_address(name)}") }}'
        for weight, name in FACES.items()
    )
    voices = {
        "h1": style.title,
        "h2": style.part,
        "h3": style.section,
        "p, li": style.body,
        ".lead": style.lead,
        ".note, .note li": style.note,
        "td, th": style.cell,
        "dt": style.label,
    }
    foot = "\\A ".join(map(_quoted, frame.footer))
    return f"""{faces}
        @font-face {{ font-family: Symbols; src: url("{_address(SYMBOLS)}") }}
        @page {{ size: {paper.width}pt {paper.height}pt; margin: 75pt {paper.side}pt;
            @top-left {{ content: "{_quoted(frame.title)}\\A {_quoted(frame.patient_name)} {
        _quoted(frame.patient_details)
    }"; white-space: pre-line; font: 9pt Inter }}
            @top-right {{ content: "{_quoted(frame.side)}"; font: 600 9pt Inter }}
            @bottom-left {{ content: "{foot}"; white-space: pre-line; font: 8pt Inter }}
            @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 8pt Inter }} }}
        body {{ font-family: Inter, Symbols; margin: 0 }} p, ul, ol {{ margin: {style.gap}pt 0 }}
        table {{ border-collapse: collapse; width: 100% }} th {{ text-align: left }}
        table.fixed {{ table-layout: fixed }}
        td, th {{ border-bottom: 0.6pt solid #ccd; padding: 4pt; vertical-align: top }}
        .notice {{ border: 1pt solid #b60; padding: 6pt }} .line {{ border-bottom: 0.7pt solid; height: 30pt }}
        .break {{ break-before: page }}
        {"".join(f"{name} {{ {_voice(voice)} }}" for name, voice in voices.items())}"""


def _address(face: str) -> str:
    return (FONTS / f"{face}.ttf").as_uri()


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _voice(voice: Voice) -> str:
    return f"font-size: {voice.size}pt; line-height: {voice.leading}pt; font-weight: {WEIGHTS[voice.weight]}"


def _block(block: content.Block, story: Story) -> str:  # noqa: PLR0911
    match block:
        case content.Heading(text=text, level=level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case content.Paragraph(line=line, style=style):
            return f'<p class="{style}">{_line(line, story)}</p>'
        case content.Bullets(items=items, numbered=numbered, style=style):
            kind = "ol" if numbered else "ul"
            return f'<{kind} class="{style}">{_items(items, story)}</{kind}>'
        case content.Checkboxes(items=items):
            return f"<ul>{_items(items, story)}</ul>"
        case content.Fields(pairs=pairs):
            rows = "".join(f"<tr><th>{escape(label)}</th><td>{_cell(cell, story)}</td></tr>" for label, cell in pairs)
            return f"<table>{rows}</table>"
        case content.Table():
            return _table(block, story)
        case content.Notice(title=title, items=items):
            return f'<div class="notice"><p><b>{escape(title)}</b></p><ul>{_items(items, story)}</ul></div>'
        case content.Figure(caption=caption):
            return f'<p class="note">{_line(caption, story)}</p>'
        case content.WritingLines(label=label, lines=lines):
            return f"<p>{escape(label)}</p>" + '<div class="line"></div>' * lines
        case content.Signature():
            return _signature(block)
        case content.PageBreak():
            return '<div class="break"></div>'
    raise TypeError(type(block))


def _line(line: content.Line, story: Story) -> str:
    return "".join(
        f"<b>{escape(text)}</b>" if strong else escape(text) for text, strong in pieces(line, story.references)
    )


def _items(items: tuple[content.Line, ...], story: Story) -> str:
    return "".join(f"<li>{_line(line, story)}</li>" for line in items)


def _cell(cell: content.Cell, story: Story) -> str:
    lines = (getattr(line, "line", line) for line in cell)
    return "<br>".join(_line(line, story) for line in lines)


def _table(table: content.Table, story: Story) -> str:
    columns = "".join(f'<col style="width: {share * 100}%">' for share in table.widths)
    header = "".join(f"<th>{escape(text)}</th>" for text in table.header)
    rows = "".join("<tr>" + "".join(f"<td>{_cell(cell, story)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return f'<table class="fixed">{columns}<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>'


def _signature(place: content.Signature) -> str:
    filled = (place.printed_name, place.signed if isinstance(place.signed, str) else "", place.day, place.time)
    cells = "".join(
        f'<td><div class="line">{escape(text)}</div>{escape(label)}</td>'
        for text, label in zip(filled, place.labels, strict=True)
    )
    return f"<p><b>{escape(place.role)}</b> – {escape(place.meaning)}</p><table><tr>{cells}</tr></table>"
