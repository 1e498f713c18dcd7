"""Turned pages and turned lines: boxes from the file's own coordinates to the page as shown, and to reading and back."""

Box = tuple[float, float, float, float]


def shown(box: Box, crop: Box, quarters: int) -> Box:
    """Return a box of the file's coordinates on the page as shown: cropped, turned clockwise, origin at its lower left."""
    left, bottom, right, top = box
    moved = (left - crop[0], bottom - crop[1], right - crop[0], top - crop[1])
    return turned(moved, crop[2] - crop[0], crop[3] - crop[1], quarters)


def turned(box: Box, width: float, height: float, quarters: int) -> Box:
    """Return the box after its sheet of that width and height was turned clockwise by so many quarters."""
    left, bottom, right, top = box
    match quarters % 4:
        case 1:
            return bottom, width - right, top, width - left
        case 2:
            return width - right, height - top, width - left, height - bottom
        case 3:
            return height - top, left, height - bottom, right
        case _:
            return box
