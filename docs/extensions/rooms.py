"""The directive `rooms-picture`: which room imports which, drawn from the imports themselves.

The rooms and their order are those of the table on the same page. A dot in a row means that this room imports that of
the column; as imports go one way, every dot is left of the diagonal.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import kinescore

PACKAGE = Path(kinescore.__file__).parent
ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
CELL, LABEL = 16, 96


def rooms_on_page(text: str) -> list[str]:
    """Return the first cells of the table below the heading "Rooms", in order."""
    return ROW.findall(text.split("\n## Rooms\n")[1].split("\n## ")[0])


def imported_rooms(room: str) -> set[str]:
    """Return the rooms and modules of the package that `room` imports, itself left out."""
    folder = PACKAGE / room
    paths = list(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]
    names = {
        name
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for name in (f"{node.module}.{alias.name}" for alias in node.names)
    }
    return {name.split(".")[1] for name in names if name.startswith("kinescore.")} - {room}


def draw(rooms: list[str]) -> str:
    """Return the picture as SVG; its ink is the colour of the text around it."""
    side = LABEL + CELL * len(rooms)
    parts = [
        f'<svg class="rooms" viewBox="0 0 {side} {side}" role="img" fill="currentColor" '
        'aria-label="Which room imports which">'
    ]
    for row, room in enumerate(rooms):
        middle = LABEL + CELL * row + CELL / 2
        parts.append(f'<text x="{LABEL - 6}" y="{middle + 4}" text-anchor="end">{room}</text>')
        parts.append(f'<text transform="translate({middle + 4} {LABEL - 6}) rotate(-90)">{room}</text>')
        parts.append(f'<path d="M{LABEL} {middle}H{middle}V{LABEL}" class="guide"/>')
        parts.append(f'<rect x="{middle - 5}" y="{middle - 5}" width="10" height="10" class="self"/>')
    for row, room in enumerate(rooms):
        below = imported_rooms(room)
        for column, other in enumerate(rooms):
            if other in below:
                x, y = (LABEL + CELL * place + CELL / 2 for place in (column, row))
                parts.append(f'<circle cx="{x}" cy="{y}" r="5"><title>{room} imports {other}</title></circle>')
    return "".join([*parts, "</svg>"])


class RoomsPicture(SphinxDirective):
    """Takes no arguments."""

    def run(self) -> list[nodes.Node]:
        """Return the picture, drawn for the table of this page."""
        page = Path(self.env.doc2path(self.env.docname)).read_text("utf-8")
        return [nodes.raw("", draw(rooms_on_page(page)), format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Offer the directive."""
    app.add_directive("rooms-picture", RoomsPicture)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
