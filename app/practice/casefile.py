"""Read a case file: TOML, one table for each entry, in order, with the names of the forms."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import msgspec

from app.domain.forms import form_named
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.answers import Answer, AnswerKind, Involved, Money, Person, Role, StaffMember
from app.domain.kit.form import Form, FormType, Question, questions_of
from app.domain.kit.keys import PartKey, read_key, renamed
from app.domain.kit.moments import Moment, instants_shown, moment


class CaseFileMistake(Exception):
    """A mistake in a case file: its line (from 1), its field, and what is wrong."""

    def __init__(self, line: int, field: str, sentence: str) -> None:
        super().__init__(f"Line {line}, {field}: {sentence}")
        self.line, self.field, self.sentence = line, field, sentence


class CaseFileStep(msgspec.Struct, frozen=True, kw_only=True):
    """One entry to record. `recorded` is UTC; `key` is the name later entries have for it."""

    form: type[Form]
    recorded: datetime
    answers: Mapping[str, Answer]
    key: str
    id: str
    line: int
    corrects: str | None = None
    corrects_why: str = ""


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """A case to be played, with its college and its user. `name` is that of the file."""

    name: str
    title: str
    college: Mapping[str, str]
    user: StaffMember
    people: Mapping[str, Person]
    steps: tuple[CaseFileStep, ...]


def read_case_file(path: Path) -> CaseFile:
    """Read a case file. Raises CaseFileMistake, with line and field, for anything wrong."""
    text = path.read_text("utf-8")
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise CaseFileMistake(line, "TOML", f"{error}.") from None
    return _Reader(text, raw, path.stem).read()


_OWN_NAMES = {"form", "recorded", "key", "corrects", "corrects_why"}
_TOP_NAMES = ("title", "college", "user", "people", "entry")


class _Reader:
    """Turns the tables of one file into steps, with the line of each."""

    def __init__(self, text: str, raw: Mapping[str, Any], name: str) -> None:
        self.lines = text.splitlines()
        self.raw = raw
        self.name = name
        self.people: dict[str, Person] = {}
        self.ids: dict[str, str] = {}

    def read(self) -> CaseFile:
        for top in self.raw:
            if top not in _TOP_NAMES:
                raise CaseFileMistake(
                    self._line(top), top, f"Only {', '.join(_TOP_NAMES)} stand here."
                )
        self.people = {key: self._person(key, table) for key, table in self._top("people").items()}
        tables = self.raw.get("entry", [])
        starts = [n for n, line in enumerate(self.lines, 1) if line.strip() == "[[entry]]"]
        if not tables or len(starts) != len(tables):
            raise CaseFileMistake(1, "entry", "Each entry is a table of its own, headed [[entry]].")
        return CaseFile(
            name=self.name,
            title=str(self.raw.get("title", self.name)),
            college={key: str(value) for key, value in self._top("college").items()},
            user=StaffMember(**self._top("user")),
            people=self.people,
            steps=tuple(self._step(*pair) for pair in zip(tables, starts, strict=True)),
        )

    def _top(self, name: str) -> Mapping[str, Any]:
        table = self.raw.get(name)
        if not isinstance(table, dict):
            raise CaseFileMistake(1, name, f"The file needs a table [{name}].")
        return table

    def _line(self, field: str, start: int = 1) -> int:
        """Return the line of a field, searched from the head of its table."""
        pattern = re.compile(rf"(?:^\s*|[{{,]\s*|^\[.*\b){re.escape(field)}\s*[=\]]")
        for number, line in enumerate(self.lines[start - 1 :], start):
            if number > start and line.strip() == "[[entry]]":
                break
            if pattern.search(line):
                return number
        return start

    def _person(self, key: str, table: Mapping[str, Any]) -> Person:
        raw = {"id": str(uuid5(NAMESPACE_OID, f"{self.name}/{key}")), **table}
        try:
            return msgspec.convert(raw, Person)
        except msgspec.ValidationError as error:
            raise CaseFileMistake(self._line(f"people.{key}"), key, f"{error}.") from None

    def _step(self, table: Mapping[str, Any], line: int) -> CaseFileStep:
        try:
            form = form_named(table.get("form", ""))
        except KeyError:
            found = self._line("form", line)
            raise CaseFileMistake(
                found, "form", f"There is no form “{table.get('form')}”."
            ) from None
        key = str(table.get("key", f"entry-{line}"))
        corrects = table.get("corrects")
        if corrects is not None and corrects not in self.ids:
            raise CaseFileMistake(self._line("corrects", line), "corrects", self._unknown(corrects))
        own = str(uuid5(NAMESPACE_OID, f"{self.name}#{key}"))
        self.ids[key] = self.ids[str(corrects)] if corrects else own
        return CaseFileStep(
            form=form,
            recorded=self._instant("recorded", table.get("recorded"), line),
            answers=self._answers(form, table, line, _OWN_NAMES),
            key=key,
            id=own,
            line=line,
            corrects=self.ids.get(str(corrects)),
            corrects_why=str(table.get("corrects_why", "")),
        )

    def _unknown(self, key: object) -> str:
        return f"No earlier entry has the key “{key}”."

    def _instant(self, field: str, value: object, line: int) -> datetime:
        if not isinstance(value, datetime):
            sentence = "Write a date and a time, such as 2026-11-19T08:46:00."
            raise CaseFileMistake(self._line(field, line), field, sentence)
        if value.tzinfo:
            return moment(value).at
        shown = instants_shown(value.date(), value.time())
        if len(shown) != 1:
            times = "comes twice" if shown else "does not exist"
            sentence = f"This time {times}: the clocks change. Write +00:00 or +01:00 after it."
            raise CaseFileMistake(self._line(field, line), field, sentence)
        return moment(shown[0]).at

    def _answers(
        self, form: FormType, table: Mapping[str, Any], line: int, besides: set[str]
    ) -> dict[str, Answer]:
        known = {question.name: question for question in questions_of(form)}
        answers: dict[str, Answer] = {}
        for name, value in table.items():
            if name in besides:
                continue
            if name not in known:
                sentence = f"This form asks no such thing. It asks: {', '.join(known)}."
                raise CaseFileMistake(self._line(name, line), name, sentence)
            answers[name] = self._answer(known[name], value, line)
        return answers

    def _answer(self, question: Question, value: Any, line: int) -> Answer:
        try:
            return self._by_kind(question, value, line)
        except (msgspec.ValidationError, ValueError, TypeError, KeyError) as error:
            sentence = f"{value!r} does not fit here ({error})."
            raise CaseFileMistake(
                self._line(question.name, line), question.name, sentence
            ) from None

    def _by_kind(self, question: Question, value: Any, line: int) -> Answer:
        match question.kind:
            case AnswerKind.MOMENT:
                about = isinstance(value, dict) and bool(value.get("about"))
                at = value["at"] if isinstance(value, dict) else value
                return Moment(self._instant(question.name, at, line), about)
            case AnswerKind.STAFF:
                name, _, role = str(value).partition(",")
                return StaffMember(name.strip(), role.strip())
            case AnswerKind.PERSON:
                return self._named(value).id
            case AnswerKind.PEOPLE:
                return tuple(self._involved(row) for row in value)
            case AnswerKind.ENTRY:
                return self._pointed(str(value))
            case AnswerKind.ROWS if question.row:
                start = self._line(question.name, line)
                return tuple(self._answers(question.row, row, start, set()) for row in value)
            case AnswerKind.MONEY:
                amount, _, currency = str(value).partition(" ")
                return Money(round(float(amount) * 100), currency or "GBP")
            case AnswerKind.DAY if not isinstance(value, date) or isinstance(value, datetime):
                message = "write a day, such as 2026-11-26"
                raise ValueError(message)
            case _:
                answer: Answer = msgspec.convert(value, question.answer_type)
                return answer

    def _pointed(self, value: str) -> str:
        """Return the stored id or key of an entry, or of one of its actions, copies or clocks.

        A row may point at a row above it in its own entry.
        """
        if value in self.ids:
            return self.ids[value]
        entry, _, part = value.partition(":")
        of_entry = read_key(f"{self.ids.get(entry)}:{part}")
        if entry in self.ids and isinstance(of_entry, PartKey):  # also where a kind has its name
            return of_entry.write()
        key = read_key(value)
        known = {name: person.id for name, person in self.people.items()} | self.ids
        if not any(one in known for one in key.ids):
            raise KeyError(self._unknown(value))
        return renamed(key, known).write()

    def _named(self, key: object) -> Person:
        if key not in self.people:
            message = f"no [people.{key}] in this file"
            raise KeyError(message)
        return self.people[str(key)]

    def _involved(self, row: Mapping[str, Any]) -> Involved:
        return Involved(self._named(row["who"]), tuple(Role(role) for role in row.get("roles", ())))


def is_document(step: CaseFileStep) -> bool:
    """Return whether a step issues a document instead of filling in a form."""
    return step.form is DocumentIssued
