"""The same words by fpdf2: its own flowing text, lists and tables, in the same faces and sizes.

Left out, all to its advantage: the drawings, tags and what archives ask for, places kept together on a page.
"""

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from kneedesk.bundle import resources
from kneedesk.documents.fonts import FACES, SYMBOLS
from kneedesk.documents.page import Frame
from kneedesk.documents.style import PAPERS, STYLES, Voice
from kneedesk.presentation import content
from tests.benchmarks.story import Story, pieces, words

FONTS = resources() / "fonts"
STYLE = STYLES["patient"]
INDENT = 14.0
HEAD, FOOT = 75.0, 58.0
HEADINGS = {1: STYLE.title, 2: STYLE.part, 3: STYLE.section}


class Pages(FPDF):
    """Pages of A4 with our frame around them."""

    def __init__(self, frame: Frame) -> None:
        paper = PAPERS["a4"]
        super().__init__(unit="pt", format=(paper.width, paper.height))
        self._frame = frame
        self.add_font("Inter", "", FONTS / f"{FACES['regular']}.ttf")
        self.add_font("Inter", "B", FONTS / f"{FACES['strong']}.ttf")
        self.add_font("Symbols", "", FONTS / f"{SYMBOLS}.ttf")
        self.set_fallback_fonts(["Symbols"], exact_match=False)
        self.set_margins(paper.side, HEAD)
        self.set_auto_page_break(True, FOOT)
        self.set_title(frame.title)
        self.add_page()

    def header(self) -> None:
        """Write what stands above the text of every page."""
        self.set_xy(self.l_margin, 30)
        self.set_font("Inter", "", 9)
        self.cell(0, 12, self._frame.title)
        self.set_font("Inter", "B", 9)
        self.cell(0, 12, self._frame.side, align="R", new_x="LMARGIN", new_y="NEXT")
        self.cell(0, 12, f"{self._frame.patient_name} {self._frame.patient_details}")
        self.set_y(HEAD)

    def footer(self) -> None:
        """Write what stands below the text of every page."""
        self.set_y(-40)
        self.set_font("Inter", "", 8)
        self.cell(0, 11, f"Page {self.page_no()} of {{nb}}", align="R", new_x="LMARGIN", new_y="TOP")
        for text in self._frame.footer:
            self.cell(0, 11, text, new_x="LMARGIN", new_y="NEXT")

    def say(self, text: str, voice: Voice, *, indent: float = 0.0) -> None:
        """Write one paragraph in one weight."""
        self.set_font("Inter", "B" if voice.weight == "strong" else "", voice.size)
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, voice.leading, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def line(self, line: content.Line, story: Story, voice: Voice, *, indent: float = 0.0) -> None:  # type: ignore[override]
        """Write one line of spans; where the weight changes within it, piece by piece."""
        parts = pieces(line, story.references)
        if len(parts) == 1 and not parts[0][1]:
            self.say(parts[0][0], voice, indent=indent)
            return
        self.set_x(self.l_margin + indent)
        for text, strong in parts:
            self.set_font("Inter", "B" if strong else "", voice.size)
            self.write(voice.leading, text)
        self.ln(voice.leading)


def fpdf2_page(story: Story) -> bytes:
    """Return one document as PDF."""
    pages = Pages(story.frame)
    for text in story.frame.letterhead:
        pages.say(text, STYLE.note)
    for block in story.blocks:
        _write(pages, block, story)
        pages.ln(STYLE.gap)
    return bytes(pages.output())


def _write(pages: Pages, block: content.Block, story: Story) -> None:
    match block:
        case content.Heading(text=text, level=level):
            pages.say(text, HEADINGS[level])
        case content.Paragraph(line=line, style=style):
            pages.line(line, story, getattr(STYLE, style))
        case content.Bullets(items=items, numbered=numbered, style=style):
            _items(pages, items, story, getattr(STYLE, style), numbered=numbered)
        case content.Checkboxes(items=items):
            _items(pages, items, story, STYLE.body)
        case content.Fields(pairs=pairs):
            _table(pages, tuple((label, _cell(cell, story)) for label, cell in pairs), (0.32, 0.68), heads=False)
        case content.Table(header=header, rows=rows, widths=widths):
            texts = tuple(tuple(_cell(cell, story) for cell in row) for row in rows)
            _table(pages, (header, *texts), widths)
        case content.Notice(title=title, items=items):
            pages.say(title, STYLE.section)
            _items(pages, items, story, STYLE.body)
        case content.Figure(caption=caption):
            pages.line(caption, story, STYLE.note)
        case content.WritingLines(label=label, lines=lines):
            pages.say(label, STYLE.body)
            pages.ln(lines * STYLE.writing)
        case content.Signature(role=role, meaning=meaning, labels=labels, printed_name=name):
            pages.say(f"{role} – {meaning}", STYLE.section)
            _table(pages, ((name, "", "", ""), labels), (0.31, 0.36, 0.2, 0.13), heads=False)
        case content.PageBreak():
            pages.add_page()


def _items(
    pages: Pages, items: tuple[content.Line, ...], story: Story, voice: Voice, *, numbered: bool = False
) -> None:
    for number, line in enumerate(items, start=1):
        pages.set_font("Inter", "", voice.size)
        pages.cell(INDENT, voice.leading, f"{number}." if numbered else "•")
        pages.line(line, story, voice, indent=INDENT)


def _cell(cell: content.Cell, story: Story) -> str:
    return "\n".join(words(line, story.references) for line in cell)


def _table(pages: Pages, rows: tuple[tuple[str, ...], ...], shares: tuple[float, ...], *, heads: bool = True) -> None:
    pages.set_font("Inter", "", STYLE.cell.size)
    with pages.table(
        rows,
        col_widths=tuple(round(1000 * share) for share in shares),
        first_row_as_headings=heads,
        headings_style=FontFace(emphasis="BOLD"),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        line_height=STYLE.cell.leading,
        text_align="LEFT",
    ):
        pass
