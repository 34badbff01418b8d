"""How large each picture of a deck is shown at most, whole: before anything is cropped."""

from __future__ import annotations

from .laid_out import LaidOutDeck, PictureShape


def picture_extents(deck: LaidOutDeck) -> dict[str, tuple[int, int]]:
    """Return, by key of the deck's media, the greatest width and height in EMU at which slides show it.

    What is cropped away counts: it stays in the file, so that the crop can be changed in PowerPoint.
    """
    extents: dict[str, tuple[int, int]] = {}

    def show(key: str, size: tuple[int, int], crop: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = crop
        width, height = extents.get(key, (0, 0))
        whole = round(size[0] / (1 - left - right)), round(size[1] / (1 - top - bottom))
        extents[key] = max(width, whole[0]), max(height, whole[1])

    for slide in deck.slides:
        if slide.background:
            show(slide.background, deck.template.slide_size, slide.background_crop)
        for shape in slide.shapes:
            if isinstance(shape, PictureShape):
                show(shape.media, (shape.box.cx, shape.box.cy), shape.crop)
    return extents
