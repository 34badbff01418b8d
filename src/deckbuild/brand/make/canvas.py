"""A layout while it is drawn: the shapes that layouts are made of, in the brand's terms."""

from __future__ import annotations

from deckbuild.brand.colour import fill
from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.footers import add_footers
from deckbuild.brand.make.grid import Grid
from deckbuild.brand.make.master import BODY_BOTTOM, level_prompts
from deckbuild.brand.make.shapes import ShapeTree, body_properties
from deckbuild.brand.make.text import one_level, paragraph, plain_levels
from deckbuild.units import Box

_TITLE_RULE = 108


class Canvas:
    """One layout: its design, its grid and its shapes so far."""

    def __init__(self, design: BrandDesign) -> None:
        self.design = design
        self.roles = design.roles
        self.grid = Grid(design.slide_width, design.slide_height)
        self.tree = ShapeTree()

    def add_title(
        self,
        *,
        box: Box | None = None,
        size: str = "",
        colour: str = "",
        anchor: str = "",
        kind: str = "title",
    ) -> None:
        """Add the title placeholder; without a box, size and colour as on the master.

        In a brand with arcs a hairline stands under a title that stands where the master has it.
        """
        if box is None and self.design.motif == "arcs":
            whole = self.grid.box(_TITLE_RULE, BODY_BOTTOM)
            self.fill("Title Rule", Box(whole.x, whole.y, whole.cx, self.grid.unit(1)), self.roles["strong"])
        style = one_level(self.design.sizes[size], colour) if size else "<a:lstStyle/>"
        self.tree.placeholder(
            "Title",
            f'type="{kind}"',
            paragraph("Title", self.design.language),
            box=box,
            body=body_properties(anchor=anchor) if anchor else "<a:bodyPr/>",
            style=style,
        )

    def add_content(self, index: int, box: Box | None = None, *, half: bool = False) -> None:
        """Add a content placeholder (no type: text, table, chart, picture) with the master's bullets."""
        size = ' sz="half"' if half else ""
        self.tree.placeholder(
            "Content Placeholder",
            f'{size} idx="{index}"'.strip(),
            level_prompts(self.design.language),
            box=box,
        )

    def add_text(
        self,
        index: int,
        prompt: str,
        box: Box,
        size: str,
        colour: str,
        *,
        kind: str = "body",
        align: str = "l",
        anchor: str = "t",
        bold: bool = False,
        font: str = "",
        space: float = 0,
        insets: tuple[int, int, int, int] | None = None,
        geometry: str = "",
        panel: str = "",
    ) -> None:
        """Add a text placeholder of one size without bullets, on a panel of its own if one is named.

        `size` names one of the design's sizes, `colour` and `panel` are colours, `space` is the
        space before a paragraph in points.
        """
        self.tree.placeholder(
            "Subtitle" if kind == "subTitle" else "Text Placeholder",
            f'type="{kind}" sz="quarter" idx="{index}" hasCustomPrompt="1"',
            paragraph(prompt, self.design.language),
            box=box,
            geometry=geometry,
            paint=fill(panel) if panel else "",
            body=body_properties(insets=insets, anchor=anchor),
            style=plain_levels(
                self.design.sizes[size], colour, align=align, bold=bold, font=font, space=space
            ),
        )

    def add_picture(self, index: int, box: Box) -> None:
        """Add a picture placeholder."""
        self._add_object("Picture Placeholder", "pic", index, "Picture", box)

    def add_table(self, index: int, box: Box) -> None:
        """Add a table placeholder."""
        self._add_object("Table Placeholder", "tbl", index, "Table", box)

    def add_caption(self, index: int, box: Box) -> None:
        """Add the line for a caption or a source under a picture or a table."""
        self.add_text(index, "Caption or source", box, "caption", self.roles["muted"])

    def add_footers(self) -> None:
        """Add date, footer and slide number as on the master."""
        add_footers(self.tree, self.design)

    def fill(self, name: str, box: Box, colour: str) -> None:
        """Draw a filled rectangle."""
        self.tree.fill_rectangle(name, box, fill(colour))

    def _add_object(self, name: str, kind: str, index: int, prompt: str, box: Box) -> None:
        self.tree.placeholder(
            name,
            f'type="{kind}" sz="quarter" idx="{index}" hasCustomPrompt="1"',
            paragraph(prompt, self.design.language),
            box=box,
            style=plain_levels(self.design.sizes["caption"], self.roles["muted"]),
        )
