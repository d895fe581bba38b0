"""Where somebody is named already: other cases of the casebook, and papers issued before."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.parts import column, line, muted, quiet, small

_SHOW, _HIDE = "Show the list", "Hide the list"
_MOST = 4
"""The most numbers in the sentence: more would not stay on one line."""


class EarlierCases(QWidget):
    """Says how many other cases name somebody. The button lists them, and opens none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("earlier_cases")
        self._words = muted()
        self._words.setWordWrap(False)
        self._way = quiet(_SHOW)
        self._way.setObjectName("list_earlier_cases")
        self._way.clicked.connect(self._turn)
        self._list = small()
        self._list.setObjectName("earlier_cases_listed")
        top = line(self._words, self._way, spacing=4)
        top.addStretch(1)
        stack = column(spacing=0)
        stack.addLayout(top)
        stack.addWidget(self._list)
        self._papers = muted()
        self._papers.setObjectName("named_in_papers")
        stack.addWidget(self._papers)
        stack.setContentsMargins(0, 4, 0, 0)
        self.setLayout(stack)
        self.show_cases("", ())

    def show_cases(self, name: str, cases: tuple[str, ...], papers: tuple[str, ...] = ()) -> None:
        """Say that these cases and papers, each in words, name this person; hide without any."""
        self.setVisible(bool(cases or papers))
        self._papers.setText(papers_sentence(papers))
        self._papers.setVisible(bool(papers))
        self._way.setVisible(bool(cases))
        self._words.setText(earlier_sentence(cases))
        self._way.setAccessibleName(f"List the other cases that name {name}")
        self._list.setText("\n".join(cases))
        self._list.hide()
        self._way.setText(_SHOW)

    def _turn(self) -> None:
        shown = self._list.isHidden()
        self._list.setVisible(shown)
        self._way.setText(_HIDE if shown else _SHOW)


def earlier_sentence(cases: tuple[str, ...]) -> str:
    """Return one sentence on other cases, each in words that begin with its number; "" for none."""
    if not cases:
        return ""
    numbers = [case.partition(",")[0] for case in cases]
    more = f" and {len(numbers) - _MOST} more" if len(numbers) > _MOST else ""
    which = "another case" if len(numbers) == 1 else "other cases"
    return f"Also in {which}: {', '.join(numbers[:_MOST])}{more}."


def papers_sentence(papers: tuple[str, ...]) -> str:
    """Return one sentence on papers that were issued before somebody was named; "" for none."""
    if not papers:
        return ""
    which = "a paper that was" if len(papers) == 1 else "papers that were"
    return f"Named in {which} issued before: {'; '.join(papers)}. See what their readers know now."
