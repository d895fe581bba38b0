"""Follows the pen over a finished page: what is drawn where, in which colour, as which mark."""

import re
from typing import ClassVar, NamedTuple

from pypdf.generic import ContentStream

MM = 72 / 25.4
WHITE = (1.0, 1.0, 1.0)


class Ink(NamedTuple):
    """What is drawn: its edges in millimetres from the left and the top of the page."""

    left: float
    top: float
    right: float
    bottom: float
    words: str = ""
    mark: int | None = None
    """Its mark in the structure of the page; None for furniture."""
    colour: tuple[float, ...] = ()
    ground: tuple[float, ...] = WHITE
    """The colour it stands on: that of the last box drawn behind it, or of the paper."""

    @property
    def lowest(self):
        """How far down it reaches, as it can be compared within one line."""
        return round(self.bottom, 1)


class Typeface:
    """One embedded subset: how wide each code is, and which letter it stands for."""

    def __init__(self, font):
        self.widths = [float(width) / 1000 for width in font["/Widths"]]
        pairs = re.findall(r"<(\w\w)> <(\w{4})>", font["/ToUnicode"].get_data().decode())
        self.known = {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}

    def wide(self, codes):
        return sum(self.widths[code] for code in codes)

    def letters(self, codes):
        return "".join(self.known[code] for code in codes)


class Pen:
    """Follows the content of a page as it is written, and notes all it draws."""

    def __init__(self, page):
        self.height = float(page.mediabox.height)
        fonts = page["/Resources"]["/Font"]
        self.fonts = {name: Typeface(font.get_object()) for name, font in fonts.items()}
        self.held, self.here, self.points = [], (0.0, 0.0), []
        self.line = self.at = (0.0, 0.0)
        self.drawn = []
        self.mark, self.fill = None, (0.0, 0.0, 0.0)
        self.grounds = []
        for given, operator in ContentStream(page.get_contents(), page.pdf).operations:
            if operator in self.DOES:
                self.DOES[operator](self, *given)

    def keep(self):
        self.held.append((self.here, self.fill))

    def go_back(self):
        self.here, self.fill = self.held.pop()

    def begin_mark(self, _kind, properties):
        self.mark = properties.get("/MCID")

    def colour(self, *parts):
        self.fill = tuple(map(float, parts))

    def move(self, *matrix):
        assert matrix[:4] == (1, 0, 0, 1)
        self.here = moved(self.here, *matrix[4:])

    def begin_line(self, *matrix):
        self.line = self.at = moved(self.here, *matrix[4:])

    def shift(self, x, y):
        self.line = self.at = moved(self.line, x, y)

    def lead(self, leading):
        self.leading = leading

    def choose(self, name, size):
        self.font, self.size = self.fonts[name], float(size)

    def write(self, words):
        codes = words.original_bytes
        inked = self.font.wide(codes.rstrip(b" ")) * self.size
        end = moved(self.at, inked, -self.size * 0.25)
        self.note([moved(self.at, 0, self.size * 0.75), end], self.font.letters(codes))
        self.at = moved(self.at, self.font.wide(codes) * self.size, 0)

    def point(self, x, y):
        self.points.append(moved(self.here, x, y))

    def box(self, x, y, width, height):
        corner = moved(self.here, x, y)
        self.points += [corner, moved(corner, width, height)]

    def paint(self, *, filled=False):
        self.note(self.points)
        self.points = []
        if filled:
            self.grounds.append(self.drawn[-1])

    def note(self, points, words=""):
        across = [x / MM for x, _ in points]
        down = [(self.height - y) / MM for _, y in points]
        edges = (min(across), min(down), max(across), max(down))
        ground = next((it for it in reversed(self.grounds) if lies_in(edges, it)), None)
        under = ground.colour if ground else WHITE
        self.drawn.append(Ink(*edges, words, self.mark, self.fill, under))

    DOES: ClassVar = {b"q": keep, b"Q": go_back, b"cm": move, b"Tm": begin_line, b"Td": shift}
    DOES |= {b"TL": lead, b"Tf": choose, b"Tj": write, b"rg": colour, b"BDC": begin_mark}
    DOES |= {b"m": point, b"l": point, b"re": box, b"S": paint, b"f": paint}
    DOES |= {b"T*": lambda pen: pen.shift(0, -pen.leading)}
    DOES |= dict.fromkeys((b"f*", b"B*"), lambda pen: pen.paint(filled=True))


def lies_in(edges, box):
    left, top, right, bottom = edges
    return box.left <= left and box.top <= top and right <= box.right and bottom <= box.bottom


def moved(point, x, y):
    return point[0] + float(x), point[1] + float(y)
