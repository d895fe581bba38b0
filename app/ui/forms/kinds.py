"""Which editor takes which kind of answer."""

from app.domain.forms.copies import KnownCopy
from app.domain.kit.answers import Kind
from app.domain.kit.form import Question
from app.ui.forms.choices import OneOfEditor, SeveralOfEditor, YesNoUnknownEditor
from app.ui.forms.context import FormContext
from app.ui.forms.copies import CopyRowsEditor
from app.ui.forms.days import DayEditor, MomentEditor
from app.ui.forms.editor import Editor
from app.ui.forms.folder import FolderEditor
from app.ui.forms.people import PeopleEditor
from app.ui.forms.person_pick import PersonEditor
from app.ui.forms.picks import EntryEditor, ServiceEditor, StaffEditor
from app.ui.forms.rows import RowsEditor
from app.ui.forms.secret import SecretEditor
from app.ui.forms.texts import ExactWordsEditor, InertEditor, LineEditor, WordsEditor
from app.ui.forms.typed import DurationEditor, MoneyEditor, NumberEditor

_BY_QUESTION: dict[
    Kind,
    type[LineEditor | SecretEditor | OneOfEditor | SeveralOfEditor | YesNoUnknownEditor],
] = {
    Kind.LINE: LineEditor,
    Kind.INERT: InertEditor,
    Kind.FOLDER: FolderEditor,
    Kind.SECRET: SecretEditor,
    Kind.ONE_OF: OneOfEditor,
    Kind.SEVERAL_OF: SeveralOfEditor,
    Kind.YES_NO_UNKNOWN: YesNoUnknownEditor,
}
_BY_QUESTION_AND_CONTEXT: dict[
    Kind,
    type[
        WordsEditor
        | DayEditor
        | DurationEditor
        | NumberEditor
        | MoneyEditor
        | EntryEditor
        | ServiceEditor
        | StaffEditor
    ],
] = {
    Kind.WORDS: WordsEditor,
    Kind.EXACT_WORDS: ExactWordsEditor,
    Kind.DAY: DayEditor,
    Kind.MOMENT: MomentEditor,
    Kind.DURATION: DurationEditor,
    Kind.NUMBER: NumberEditor,
    Kind.MONEY: MoneyEditor,
    Kind.ENTRY: EntryEditor,
    Kind.STAFF: StaffEditor,
    Kind.SERVICE: ServiceEditor,
}


def editor_for(question: Question, context: FormContext) -> Editor:
    """Make the editor for a question."""
    if question.kind is Kind.ROWS:
        rows = CopyRowsEditor if question.row is KnownCopy else RowsEditor
        return rows(question, context, editor_for)
    if question.kind is Kind.PEOPLE:
        return PeopleEditor(question, context, editor_for)
    if question.kind is Kind.PERSON:
        return PersonEditor(question, context, editor_for)
    if by_question := _BY_QUESTION.get(question.kind):
        return by_question(question)
    return _BY_QUESTION_AND_CONTEXT[question.kind](question, context)
