"""Which questions share a line, and how lines become a grid."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.kit.answers import AnswerKind
from app.ui.forms.editor import Editor
from app.ui.forms.field import Field
from app.ui.widgets.parts import hairline, heading

GAP = 8


@dataclass(frozen=True)
class SheetLine:
    """A section's heading, or one or two questions. `joined`: a hairline stands above."""

    fields: tuple[Field, ...] = ()
    heading: str = ""
    joined: bool = False


def sheet_lines(fields: list[Field], *, alone: bool) -> list[SheetLine]:
    """Set questions into lines: two narrow neighbours share one, unless each stands `alone`."""
    lines: list[SheetLine] = []
    section = ""
    for field in fields:
        last = lines[-1] if lines else SheetLine()
        if field.section != section:
            section = field.section
            last = SheetLine(heading=section)
            lines.append(last)
        if field.aside:
            joined = bool(last.fields) and bool(last.fields[0].aside)
            lines.append(SheetLine((field,), joined=joined))
        elif not alone and field.narrow and len(last.fields) == 1 and last.fields[0].narrow:
            lines[-1] = SheetLine((*last.fields, field))
        else:
            lines.append(SheetLine((field,)))
    return lines


def set_out(
    grid: QGridLayout, lines: list[SheetLine], stands: list[SheetLine], *, alone: bool
) -> None:
    """Put lines into the grid. Each takes five rows, so that boxes side by side align.

    What `stands` there already stays where these lines only go on from it.
    """
    kept = len(stands) if lines[: len(stands)] == stands else 0
    if not kept:
        _clear(grid)
    for at, line in enumerate(lines[kept:], start=kept):
        row = 5 * at
        if at:
            grid.setRowMinimumHeight(row, _gap_above(line, lines[at - 1]))
        if line.joined:
            grid.addWidget(hairline(), row, 0, 1, 2, Qt.AlignmentFlag.AlignVCenter)
        if line.fields and (aside := line.fields[0].aside):
            aside.stand(below=alone)
        if line.heading:
            grid.addWidget(heading(line.heading), row + 1, 0, 1, 2)
        for column, field in enumerate(line.fields):
            shares = len(line.fields) == 2 or (field.short and not alone)
            helped = any(one.help for one in line.fields)
            _place(grid, field, row + 1, column, 1 if shares else 2, helped=helped)
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 0)


def _place(
    grid: QGridLayout, field: Field, row: int, column: int, span: int, *, helped: bool
) -> None:
    if field.aside:
        grid.addWidget(field.aside, row, 0, 1, 2)
        grid.addWidget(field.problem, row + 3, 0, 1, 2)
        return
    bottom = Qt.AlignmentFlag.AlignBottom
    top = Qt.AlignmentFlag.AlignTop
    lower = helped and not field.help  # a label without help stands close to its box
    grid.addWidget(field.label, row + 1 if lower else row, column, 1, span, bottom)
    if field.help:
        grid.addWidget(field.help, row + 1, column, 1, span, top)
    grid.addWidget(
        field.editor, row + 2, column, 1, span, top if span == 1 else Qt.AlignmentFlag(0)
    )
    grid.addWidget(field.problem, row + 3, column, 1, span, top)


def _gap_above(line: SheetLine, above: SheetLine) -> int:
    if line.heading:
        return 28
    if above.heading:
        return 10
    if line.joined:
        return 17
    follows = bool(above.fields[0].aside) and line.fields[0].question.kind is AnswerKind.WORDS
    return 8 if follows else 16  # the reason stands close to what it is the reason for


def _clear(grid: QGridLayout) -> None:
    for row in range(grid.rowCount()):
        grid.setRowMinimumHeight(row, 0)
    # removeWidget, not takeAt: an item that lives on keeps its widget's old height for ever
    for widget in _widgets_in(grid):
        grid.removeWidget(widget)
        if not isinstance(widget, Editor) and widget.property("part") in _FURNITURE:
            widget.hide()
            widget.deleteLater()


def _widgets_in(grid: QGridLayout) -> list[QWidget]:
    items = [grid.itemAt(at) for at in range(grid.count())]
    return [widget for item in items if item and (widget := item.widget())]


_FURNITURE = ("heading", "hairline")
