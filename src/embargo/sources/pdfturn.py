"""Turned pages and turned lines: boxes from the file's own coordinates to the page as shown, and to reading and back."""

import msgspec

Box = tuple[float, float, float, float]


class Sheet(msgspec.Struct):
    """A page's visible part in the file's coordinates, and the quarters by which it is shown turned clockwise."""

    crop: Box
    quarters: int

    @property
    def plain(self) -> bool:
        """Whether the page is shown as the file has it."""
        return not (self.quarters or self.crop[0] or self.crop[1])

    def read(self, box: Box, turn: int) -> Box:
        """Return the box on a sheet turned until lines, turned by so many quarters as shown, run from left to right."""
        left, bottom, right, top = box
        x, y = self.crop[0], self.crop[1]
        moved = (left - x, bottom - y, right - x, top - y)
        return turned(moved, self.crop[2] - x, self.crop[3] - y, self.quarters - turn)


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
