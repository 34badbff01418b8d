"""Every code a diagnostic may carry, how severe it is, and the hint given when a stage has no better one.

``docs/diagnostics.md`` lists them for users; a test holds the two together.
"""

from __future__ import annotations

from deckbuild.named_tuple import NamedTuple

from .diagnostic import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Rule(NamedTuple):
    """A kind of problem: how severe it is, what it is, and what to do by default."""

    severity: Severity
    summary: str
    hint: str = ""


RULES: dict[str, Rule] = {
    "agenda-empty": Rule(_WARNING, "An agenda has no sections to list.", "Begin sections with `# Title`."),
    "agenda-too-long": Rule(
        _ERROR,
        "An agenda has more entries than are made.",
        "List sections only (`{depth=1}`), or raise `[limits] agenda_entries`.",
    ),
    "alt-file-name": Rule(
        _WARNING, "A picture's alt text is the name of a file.", "Say what the picture shows: `![alt](path)`."
    ),
    "alt-missing": Rule(_WARNING, "A picture has no alt text.", "Say what it shows: `![alt](path)`."),
    "asset-unused": Rule(_WARNING, "No deck uses a file.", "Delete it, or show it on a slide."),
    "attribute-not-yet": Rule(_NOTE, "An attribute is known, but has no effect yet."),
    "attribute-syntax": Rule(
        _WARNING, "An attribute list is malformed.", 'Write `{#id .class key="value"}`.'
    ),
    "attribute-unknown": Rule(_WARNING, "An attribute means nothing here."),
    "attribute-value": Rule(_WARNING, "An attribute has a value of the wrong kind."),
    "brand-contrast": Rule(
        _WARNING, "A brand's text is hard to read on its ground.", "Make one lighter or the other darker."
    ),
    "brand-incomplete": Rule(
        _ERROR,
        "A brand lacks what a template is made of.",
        "Give it, or name a template file: docs/brand.md.",
    ),
    "brand-unknown": Rule(_ERROR, "The brand named is not there."),
    "brand-unknown-key": Rule(_WARNING, "A key means nothing in a brand."),
    "brand-value": Rule(
        _ERROR, "A brand's entry has a value of the wrong kind.", "Its keys are explained in docs/brand.md."
    ),
    "build-stopped": Rule(
        _ERROR,
        "The process that built a deck was ended from without.",
        "If memory is short, build fewer at once: `--jobs 1`.",
    ),
    "catalogue-behind": Rule(
        _WARNING,
        "A translation came back for a text that has changed since.",
        "It is kept as an obsolete one: `deckbuild i18n update` offers it where it fits.",
    ),
    "catalogue-foreign": Rule(
        _ERROR,
        "A file of translations is of no deck of this project.",
        "Import it where it was exported; `original` in the file is the deck's path.",
    ),
    "catalogue-missing": Rule(
        _ERROR, "There is no catalogue of a language.", "Write one: `deckbuild i18n extract --lang TAG`."
    ),
    "catalogue-syntax": Rule(
        _ERROR, "A catalogue is no PO or XLIFF file.", "Of a PO file, `msgfmt -c` says more."
    ),
    "chart-crowded": Rule(_WARNING, "A chart has more categories than it has room to name."),
    "chart-data": Rule(_ERROR, "The data of a chart cannot be used."),
    "chart-name": Rule(_WARNING, "A chart has no series or category of that name."),
    "chart-negative": Rule(
        _ERROR, "A negative number cannot be a part of a whole.", "Use `type: column` or `type: bar`."
    ),
    "chart-number": Rule(_ERROR, "A cell of a chart is no number."),
    "chart-option": Rule(_WARNING, "An option of a chart is unknown, or given twice."),
    "chart-type": Rule(_ERROR, "There is no such type of chart."),
    "chart-value": Rule(_WARNING, "An option of a chart has a value that it cannot have."),
    "code-excerpt": Rule(_ERROR, "A part of a file is not there.", "Correct `lines` or `region`."),
    "code-too-long": Rule(
        _ERROR, "Code has more lines than are shown.", "Show a part of it, or raise `[limits] code_lines`."
    ),
    "code-wrapped": Rule(
        _WARNING, "A line of code is wider than the slide, so it is wrapped.", "Break the line in the source."
    ),
    "colour-alone": Rule(
        _WARNING,
        "Words are told apart by their colour alone.",
        "Make them bold too, or say in words what the colour says.",
    ),
    "colour-foreign": Rule(
        _WARNING,
        "A colour is none of the theme's.",
        "Choose one of the theme's colours, so that the deck changes with it.",
    ),
    "column-content-outside": Rule(
        _WARNING, "Columns hold something that is in no column.", "Put it into a `::: column`."
    ),
    "column-outside-columns": Rule(
        _WARNING, "A column stands alone.", "Put `::: columns` around the columns."
    ),
    "contrast-low": Rule(
        _WARNING, "Text is hard to read on what is behind it.", "Make one lighter or the other darker."
    ),
    "deck-empty": Rule(_ERROR, "The deck has no slides.", "Begin a slide with `## Title`."),
    "deck-unreadable": Rule(
        _ERROR, "A finished deck cannot be read.", "Save it anew from PowerPoint as .pptx."
    ),
    "diagram-cycle": Rule(_ERROR, "A subgraph is inside itself.", "Take it out of the inner one."),
    "diagram-empty": Rule(_ERROR, "A diagram has nothing in it."),
    "diagram-ignored": Rule(_NOTE, "Something about a diagram's looks has no effect."),
    "diagram-kind": Rule(
        _ERROR, "A diagram is of no kind that is drawn.", "Begin with `flowchart LR` or `sequenceDiagram`."
    ),
    "diagram-limit": Rule(_ERROR, "A diagram is too big to be drawn.", "Make several of it."),
    "diagram-syntax": Rule(_ERROR, "A diagram's text is malformed."),
    "diagram-too-dense": Rule(
        _WARNING,
        "A diagram fits only in type smaller than the brand allows.",
        "Make two of it, give it a slide of its own, or shorten its labels.",
    ),
    "diagram-too-large": Rule(
        _WARNING, "A diagram has too many parts to be read on a slide.", "Make two slides of it."
    ),
    "diagram-unknown-shape": Rule(_ERROR, "There is no shape of that name."),
    "diagram-unsupported": Rule(_WARNING, "Something in a diagram is not supported, and left out."),
    "div-unknown": Rule(_WARNING, "A div has a name that means nothing."),
    "encoding": Rule(_ERROR, "A file is not UTF-8 text.", "Save it as UTF-8."),
    "figure-too-large": Rule(
        _ERROR, "A figure's file has too much text.", "Shorten it, or raise `[limits] figure_characters`."
    ),
    "file-too-large": Rule(
        _ERROR, "A file has more text than is read.", "Divide it, or raise `[limits] text_bytes`."
    ),
    "file-unreadable": Rule(_ERROR, "A file cannot be read.", "Check that it is there and may be read."),
    "font-file": Rule(
        _WARNING,
        "A font file that a brand names cannot be used.",
        "Name a .ttf, .otf or .ttc file; until then the typeface is measured as another.",
    ),
    "font-foreign": Rule(
        _WARNING, "A typeface is none of the theme's.", "Choose the theme's heading or body font."
    ),
    "font-substituted": Rule(
        _NOTE,
        "Nothing is known of how wide a typeface is.",
        "Lines may end a little sooner or later than in PowerPoint; nothing leaves its box.",
    ),
    "footnote-duplicate": Rule(_WARNING, "A footnote is defined twice.", "Give one of them another label."),
    "footnote-missing": Rule(_ERROR, "A footnote is referred to and not there.", "Write `[^label]: text`."),
    "footnote-unused": Rule(
        _WARNING, "No text refers to a footnote, so it is not shown.", "Write `[^label]` in the text."
    ),
    "front-matter-ignored": Rule(_WARNING, "Front matter stands where settings are not read."),
    "glossary-syntax": Rule(_ERROR, "A glossary is malformed.", "Write CSV: docs/localisation.md."),
    "html-left-out": Rule(_WARNING, "Scripts and styles have no place on a slide.", "Delete it."),
    "html-tag-unclosed": Rule(_WARNING, "An HTML tag has no partner.", "Close it in the same paragraph."),
    "html-tag-unknown": Rule(_WARNING, "An HTML tag means nothing here.", "Write it in Markdown."),
    "ignore-malformed": Rule(
        _WARNING,
        "A comment to deckbuild cannot be understood.",
        "Write `<!-- deckbuild: ignore CODE reason -->`.",
    ),
    "ignore-unused": Rule(_WARNING, "A comment ignores what is not there.", "Delete the comment."),
    "include-itself": Rule(_ERROR, "A file includes itself.", "Include another file."),
    "language-missing": Rule(
        _WARNING,
        "Nobody says in which language text is.",
        "Set its language, so that it is read aloud and spelled right.",
    ),
    "layout-unknown": Rule(_WARNING, "The template has no such layout."),
    "link-broken": Rule(_WARNING, "A link leads to nothing.", "Correct its target."),
    "link-empty": Rule(_WARNING, "A link has no text.", "Write `[text](target)`."),
    "link-lookalike": Rule(_WARNING, "A link's host mixes letters that look alike.", "Type it anew."),
    "link-slide-missing": Rule(_ERROR, "A link leads to a slide that is not there."),
    "link-syntax": Rule(
        _WARNING,
        "A link or picture is malformed.",
        "Put a target with spaces in angle brackets: `(<a b.png>)`.",
    ),
    "link-unsafe": Rule(_WARNING, "A link would run code.", "Link to a page instead."),
    "list-too-deep": Rule(
        _WARNING, "A list has more levels than a slide can have.", "Use nine levels at most."
    ),
    "math-syntax": Rule(
        _ERROR, "A formula cannot be read.", "Write it in LaTeX's math mode: docs/markdown.md."
    ),
    "math-too-wide": Rule(
        _WARNING, "A formula is wider than its line.", "Break it with `aligned`, or give it a slide."
    ),
    "media-format": Rule(
        _ERROR, "PowerPoint cannot play a file.", "Convert it to MP4 (H.264 and AAC) or M4A."
    ),
    "nesting-too-deep": Rule(_WARNING, "Blocks are nested too deep.", "Nest less."),
    "notes-long": Rule(
        _NOTE,
        "Notes run over the foot of their page, even at the smallest size.",
        "All are in the file; on paper the page ends before them.",
    ),
    "notes-missing": Rule(
        _WARNING, "A slide has no notes, where the brand wants some.", "Write them in `::: notes`."
    ),
    "output-unwritable": Rule(
        _ERROR, "The deck cannot be written.", "Close it if it is open, or name another place with -o."
    ),
    "path-outside-project": Rule(
        _ERROR, "A path leads out of the project.", "Move the file into the project."
    ),
    "picture-broken": Rule(_ERROR, "A picture cannot be read.", "Save it anew as PNG, JPEG or SVG."),
    "picture-caption-inline": Rule(
        _WARNING, "A picture within a line has no caption.", "Put the picture in a paragraph of its own."
    ),
    "picture-characters": Rule(
        _NOTE,
        "The bitmap beside an SVG lacks some of its characters.",
        "Turn its text into paths; PowerPoint draws the SVG itself, with fonts of its own.",
    ),
    "picture-coarse": Rule(
        _WARNING, "A picture has too few pixels for its size.", "Use a larger picture, or show it smaller."
    ),
    "picture-heavy": Rule(
        _WARNING, "A picture's file is very large.", "Save it with fewer pixels, or as JPEG."
    ),
    "picture-in-text": Rule(
        _WARNING, "A picture stands where only text can.", "Put it in a paragraph of its own."
    ),
    "picture-inline": Rule(
        _NOTE, "A picture in a line of text is shown under the text.", "Put it in a paragraph of its own."
    ),
    "picture-missing": Rule(_ERROR, "There is no such picture."),
    "picture-remote": Rule(_ERROR, "Pictures are not fetched from the network.", "Save it beside the deck."),
    "qr-link": Rule(
        _ERROR, "There is no link to make a QR code of.", "Write a link in the div: `<https://…>`."
    ),
    "reading-order": Rule(
        _WARNING,
        "A slide is read aloud in another order than it is seen.",
        "Put its shapes in order: in PowerPoint, Review, Reading Order.",
    ),
    "rule-unknown": Rule(_WARNING, "There is no such rule."),
    "settings-syntax": Rule(_ERROR, "Settings cannot be read: TOML or YAML is malformed."),
    "settings-unknown-key": Rule(_WARNING, "A key means nothing here."),
    "settings-value": Rule(_ERROR, "A setting has a value of the wrong kind."),
    "shape-off-slide": Rule(
        _WARNING, "A shape reaches over the slide's edge.", "Move it onto the slide, or make it smaller."
    ),
    "slide-empty": Rule(_WARNING, "A slide has nothing on it.", "Delete its `---`."),
    "slide-id-duplicate": Rule(_ERROR, "Two slides have the same id.", "Give one of them another `{#id}`."),
    "slide-too-full": Rule(
        _ERROR, "A slide that is to fit as it is does not.", "Shorten it, or allow `{fit=split}`."
    ),
    "slide-too-large": Rule(
        _ERROR,
        "A slide holds more text than one is made of.",
        "Divide it by `##` or `---`, or raise `[limits] slide_characters`.",
    ),
    "speaking-time-long": Rule(
        _WARNING,
        "The notes take longer to speak than is planned.",
        "Shorten them, or plan more time: `duration`.",
    ),
    "speaking-time-short": Rule(
        _NOTE, "The notes take far less time to speak than is planned.", "Plan less time, or write more."
    ),
    "steps-gap": Rule(_WARNING, "Nothing appears in one of the build steps.", "Number the steps from 1 on."),
    "steps-none": Rule(_WARNING, "Nothing here can appear step by step.", "Delete it."),
    "steps-notes": Rule(
        _WARNING, "Notes are for a build step that is not there.", "Give the number of a step of this slide."
    ),
    "stray-div-end": Rule(
        _WARNING, "A line of colons closes nothing.", "Delete it, or open a div before it: `::: name`."
    ),
    "table-cell-beyond-header": Rule(
        _WARNING,
        "A row has more cells than the header.",
        "Give the header as many cells, or write `\\|` for a bar.",
    ),
    "table-csv": Rule(_ERROR, "A CSV file is malformed.", "Save it as CSV with commas, UTF-8."),
    "table-empty": Rule(_WARNING, "A table has no rows.", "Write its header at least, or delete it."),
    "table-header-missing": Rule(
        _WARNING, "A table has no header row.", "Name its columns in the first row."
    ),
    "table-join": Rule(
        _WARNING,
        "Cells cannot be joined.",
        "Join a whole rectangle: `<<` in its first row, `^^` in all cells below.",
    ),
    "table-too-large": Rule(_ERROR, "A table has too many columns or cells.", "Make several tables of it."),
    "table-too-wide": Rule(
        _WARNING,
        "A table is too wide for the slide.",
        "Use fewer columns or shorter words, or give `{widths}`.",
    ),
    "template-autofit": Rule(
        _WARNING, "Text of a template does not shrink.", "Let its master shrink text on overflow."
    ),
    "template-contrast": Rule(
        _WARNING, "Text of a template is hard to read.", "Change its colour in the layout or the theme."
    ),
    "template-font": Rule(
        _WARNING, "A template uses a typeface that others lack.", "Embed it, or use one of Office's own."
    ),
    "template-layout-missing": Rule(_NOTE, "A template has no layout for some kinds of slides."),
    "template-layout-name": Rule(_WARNING, "Layouts share a name.", "Rename all but one of them."),
    "template-notes": Rule(
        _WARNING, "A template has no notes master.", "Open View, Notes Master in PowerPoint, and save."
    ),
    "template-number": Rule(_NOTE, "A template shows no slide numbers.", "Add their placeholder."),
    "template-off-slide": Rule(_WARNING, "A placeholder leaves the slide.", "Move it, or delete it."),
    "template-proportion": Rule(_NOTE, "A template is not 16:9."),
    "template-small-type": Rule(_WARNING, "A template's text is small.", "Make it 18 pt or more."),
    "template-title": Rule(
        _WARNING, "A layout has no title.", "Add a title placeholder, off the slide if it must not show."
    ),
    "template-unusable": Rule(_ERROR, "The template cannot be used.", "Save it anew from PowerPoint."),
    "term-spelling": Rule(
        _WARNING, "A term is not spelled as in the glossary.", "Spell it as the glossary does."
    ),
    "text-control-character": Rule(_WARNING, "A control character was left out.", "Delete it."),
    "text-direction-control": Rule(
        _WARNING,
        "An invisible character changes the order in which text is shown.",
        "Delete it; text of another direction is put in order without, or with `[text]{lang=ar}`.",
    ),
    "text-invisible-character": Rule(_WARNING, "A character that nobody sees is here.", "Delete it."),
    "text-overflow": Rule(
        _WARNING, "Text does not fit, even at the smallest size.", "Shorten it, or make two slides of it."
    ),
    "text-overlap": Rule(_WARNING, "Two texts stand over each other.", "Move one of them."),
    "title-missing": Rule(_WARNING, "A slide has no title.", "Give it one: `## Title`."),
    "title-repeated": Rule(
        _WARNING, "Slides have the same title.", "Say in each title what is special about its slide."
    ),
    "title-several-lines": Rule(_WARNING, "A paragraph became a title.", "Leave a blank line before `---`."),
    "title-too-long": Rule(
        _WARNING, "A title does not fit, even at the smallest size.", "Say the rest on the slide."
    ),
    "translation-code": Rule(
        _ERROR, "Code, a formula, an address or a tag is not as in the source.", "Copy it from the source."
    ),
    "translation-ends": Rule(
        _WARNING, "A translation does not begin or end as its source does.", "End it with the same mark."
    ),
    "translation-glyph": Rule(
        _WARNING,
        "A translation has characters that its typeface lacks.",
        "Use other characters, or a typeface that has them.",
    ),
    "translation-incomplete": Rule(_ERROR, "Too little of a deck is translated.", "Translate more of it."),
    "translation-link": Rule(
        _ERROR, "A link's target is missing or changed.", "Write each number of the source once: `[text](1)`."
    ),
    "translation-markup": Rule(
        _ERROR, "Markup of a translation is lost, added or unbalanced.", "Mark the same words up."
    ),
    "translation-missing": Rule(
        _ERROR, "A text is not translated.", "Translate it, or build without `--untranslated fail`."
    ),
    "translation-numbers": Rule(
        _WARNING, "A number is not as in the source.", "Compare them; words for numbers are fine."
    ),
    "translation-spaces": Rule(_WARNING, "A translation has doubled spaces.", "Delete one."),
    "translation-stale": Rule(
        _WARNING, "The source of a translation has changed.", "Look at it, and take `fuzzy` off."
    ),
    "translation-structure": Rule(
        _ERROR, "A translation would change what stands around it.", "Mend its markup."
    ),
    "translation-term": Rule(_WARNING, "A term is not translated as the glossary says."),
    "type-too-small": Rule(_WARNING, "Text is too small to be read.", "Make it larger, or say less."),
    "unclosed-comment": Rule(_WARNING, "A comment is not closed.", "Write `-->` where it ends."),
    "unclosed-div": Rule(_ERROR, "A div is not closed.", "Write `:::` on a line of its own where it ends."),
    "unclosed-fence": Rule(
        _ERROR,
        "A code fence is not closed.",
        "Write the same fence on a line of its own where the code ends.",
    ),
    "version-missing": Rule(
        _WARNING,
        "A picture has text and no version for a language.",
        "Put one beside it, with the tag before the ending: `arch.de.svg`.",
    ),
    "version-stale": Rule(
        _WARNING,
        "A file has changed since its version for a language was made.",
        "Bring the version up to date, then `deckbuild i18n update --record FILE`.",
    ),
    "version-unrecorded": Rule(
        _NOTE,
        "Nobody has said what a file's version for a language was made from.",
        "If it is up to date: `deckbuild i18n update --record FILE`.",
    ),
}
