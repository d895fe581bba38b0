"""Which editor takes which kind of answer."""

from app.domain.forms.copies import KnownCopy
from app.domain.kit.answers import AnswerKind
from app.domain.kit.form import Question
from app.ui.forms.choices import OneOfEditor, SeveralOfEditor, YesNoUnknownEditor
from app.ui.forms.context import FormContext
from app.ui.forms.copies import CopyRowsEditor
from app.ui.forms.days import DayEditor, MomentEditor
from app.ui.forms.editor import Editor
from app.ui.forms.folder import FolderEditor
from app.ui.forms.people import PeopleEditor
from app.ui.forms.person_pick import PersonEditor
from app.ui.forms.rows import RowsEditor
from app.ui.forms.secret import SecretEditor
from app.ui.forms.selections import EntryEditor, ServiceEditor, StaffEditor
from app.ui.forms.texts import ExactWordsEditor, InertEditor, LineEditor, WordsEditor
from app.ui.forms.typed import DurationEditor, MoneyEditor, NumberEditor

_BY_QUESTION: dict[
    AnswerKind,
    type[LineEditor | SecretEditor | OneOfEditor | SeveralOfEditor | YesNoUnknownEditor],
] = {
    AnswerKind.LINE: LineEditor,
    AnswerKind.INERT: InertEditor,
    AnswerKind.FOLDER: FolderEditor,
    AnswerKind.SECRET: SecretEditor,
    AnswerKind.ONE_OF: OneOfEditor,
    AnswerKind.SEVERAL_OF: SeveralOfEditor,
    AnswerKind.YES_NO_UNKNOWN: YesNoUnknownEditor,
}
_BY_QUESTION_AND_CONTEXT: dict[
    AnswerKind,
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
    AnswerKind.WORDS: WordsEditor,
    AnswerKind.EXACT_WORDS: ExactWordsEditor,
    AnswerKind.DAY: DayEditor,
    AnswerKind.MOMENT: MomentEditor,
    AnswerKind.DURATION: DurationEditor,
    AnswerKind.NUMBER: NumberEditor,
    AnswerKind.MONEY: MoneyEditor,
    AnswerKind.ENTRY: EntryEditor,
    AnswerKind.STAFF: StaffEditor,
    AnswerKind.SERVICE: ServiceEditor,
}


def editor_for(question: Question, context: FormContext) -> Editor:
    """Make the editor for a question."""
    if question.kind is AnswerKind.ROWS:
        rows = CopyRowsEditor if question.row is KnownCopy else RowsEditor
        return rows(question, context, editor_for)
    if question.kind is AnswerKind.PEOPLE:
        return PeopleEditor(question, context, editor_for)
    if question.kind is AnswerKind.PERSON:
        return PersonEditor(question, context, editor_for)
    if by_question := _BY_QUESTION.get(question.kind):
        return by_question(question)
    return _BY_QUESTION_AND_CONTEXT[question.kind](question, context)
