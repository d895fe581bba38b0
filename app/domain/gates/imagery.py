"""The gates around viewing, searching, and deleting."""

from collections.abc import Iterator

from app.domain.case.custody import last_hand
from app.domain.forms.deletion import (
    DECIDE_AS,
    DELETES,
    DeletionConfirmed,
    DeletionDecided,
    HoldLifted,
)
from app.domain.forms.device import DeviceMoved, DeviceSearched, Movement, Searched
from app.domain.forms.viewing import MAY_AGREE, ViewingGround, ViewingRecorded
from app.domain.gates.asked import (
    HOLD,
    GateProblem,
    ToSeal,
    another_name,
    by_the_role_typed,
    gate_problem,
    listed_as,
    of_the_staff,
)
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.sources import Cited
from app.domain.rules.holds import LIFTED_BY, because, holds_on, raised_on, to_hand_over, who_lifts

_VIEWING = Cited.UKCIS_VIEWING
_PERSON = Cited.SEARCH_PERSON
_POSSESSIONS = Cited.SEARCH_THINGS
_TO_A_CONSTABLE = Cited.TO_A_CONSTABLE
_DELETION = Cited.STAFF_VIEWING
_CUSTODY = Cited.OWN
_PLANNED = (ViewingGround.AGENCIES, ViewingGround.REPORT)


def agreed_before_viewing(asked: ToSeal) -> Iterator[GateProblem]:
    """Require that a senior, not the viewer, agreed to a planned viewing before it."""
    if asked.get(ViewingRecorded.ground) not in _PLANNED:
        return
    senior, viewer = asked.get(ViewingRecorded.agreed_by), asked.get(ViewingRecorded.viewed_by)
    if senior is None or not senior.role.strip():
        yield gate_problem(
            ViewingRecorded.agreed_by,
            "Staff view nothing that a senior has not agreed to beforehand.",
            "Name who agreed, with their role; if nobody did, tell the principal now and choose "
            f"the ground that fits.{by_the_role_typed(asked)}",
            _VIEWING,
        )
    elif asked.staff.may_be_one(senior, viewer):
        yield gate_problem(
            ViewingRecorded.agreed_by,
            f"{senior.name} cannot both agree and view.",
            "Name the principal or a member of SMT who agreed."
            + another_name(asked, senior, viewer),
            _VIEWING,
        )
    else:
        at = asked.get(ViewingRecorded.agreed_at) or asked.get(ViewingRecorded.began_at)
        yield from listed_as(
            asked,
            ViewingRecorded.agreed_by,
            senior,
            MAY_AGREE,
            at=at,
            otherwise="if none of them agreed, tell the principal now and choose the ground that "
            "fits",
            source=_VIEWING,
        )
    agreed, began = asked.get(ViewingRecorded.agreed_at), asked.get(ViewingRecorded.began_at)
    if agreed and began and agreed.at > began.at:
        yield gate_problem(
            ViewingRecorded.agreed_at,
            "The agreement lies after the viewing began.",
            "Put the time right; if it was agreed afterwards, say so in a note and tell the "
            "principal.",
            _VIEWING,
        )


def second_in_the_room(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a second member of staff in the room for a planned viewing, and never the viewer."""
    second, viewer = asked.get(ViewingRecorded.second), asked.get(ViewingRecorded.viewed_by)
    if second is None and asked.get(ViewingRecorded.ground) in _PLANNED:
        yield gate_problem(
            ViewingRecorded.second,
            "A second member of staff has to be in the room.",
            "Name who was there, with their role; they need not have looked.",
            _VIEWING,
        )
    began = asked.get(ViewingRecorded.began_at)
    yield from of_the_staff(asked, ViewingRecorded.second, at=began, source=_VIEWING)
    if second and asked.staff.may_be_one(second, viewer):
        yield gate_problem(
            ViewingRecorded.second,
            "The second person cannot be the one who viewed.",
            "Name who else was in the room." + another_name(asked, second, viewer),
            _VIEWING,
        )


def search_has_a_witness(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a second member of staff at a search, unless serious harm could not wait for one."""
    searcher, witness = asked.get(DeviceSearched.searcher), asked.get(DeviceSearched.witness)
    source = _PERSON if _of_the_person(asked) else _POSSESSIONS
    if witness is None and not asked.words(DeviceSearched.urgent_why):
        yield gate_problem(
            DeviceSearched.witness,
            "A search needs another member of staff present.",
            "Name them, or say below what serious harm could not wait.",
            source,
        )
    at = asked.get(DeviceSearched.searched_at)
    yield from of_the_staff(asked, DeviceSearched.witness, at=at, source=source)
    if witness and asked.staff.may_be_one(searcher, witness):
        yield gate_problem(
            DeviceSearched.witness,
            "Who searches cannot be the witness as well.",
            "Name the other member of staff who was present."
            + another_name(asked, witness, searcher),
            source,
        )


def searched_by_the_same_sex(asked: ToSeal) -> Iterator[GateProblem]:
    """Require the reason where somebody of another sex searched the person, not possessions."""
    not_the_same = asked.get(DeviceSearched.same_sex) in {YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN}
    if _of_the_person(asked) and not_the_same and not asked.words(DeviceSearched.urgent_why):
        yield gate_problem(
            DeviceSearched.urgent_why,
            "The person is searched by somebody of the same sex.",
            "Write what serious harm could not wait; if only possessions were searched, take “The "
            "person” out above.",
            _PERSON,
        )


def _of_the_person(asked: ToSeal) -> bool:
    return Searched.PERSON in (asked.get(DeviceSearched.searched) or ())


def given_back_despite_the_police(asked: ToSeal) -> Iterator[GateProblem]:
    """Require how it came that something was given back that goes to the police."""
    waiting = {one.entry.root for one in to_hand_over(asked.case)}
    if (
        asked.get(DeviceMoved.movement) is Movement.RETURNED
        and asked.words(DeviceMoved.device) in waiting
        and not asked.words(DeviceMoved.despite)
    ):
        yield gate_problem(
            DeviceMoved.despite,
            "A search found it, and imagery of somebody under 18 is or may be on it: it goes to "
            "the police, not back.",
            f"Ask them to collect it, or record under “{HoldLifted.title}” that they agreed; if it "
            "was given back, write how that came and whom you told.",
            _TO_A_CONSTABLE,
        )


def no_hand_left_out(asked: ToSeal) -> Iterator[GateProblem]:
    """Ask how a device came to whoever moved it, if another member of staff had it last."""
    device, at = asked.get(DeviceMoved.device), asked.get(DeviceMoved.moved_at)
    by = asked.get(DeviceMoved.moved_by)
    if not (device and at and by) or asked.correcting or asked.words(DeviceMoved.came_by):
        return
    last = last_hand(asked.case, device, at.at)
    if last and (isinstance(last.who, str) or not asked.staff.same(last.who, by)):
        yield gate_problem(
            DeviceMoved.came_by,
            f"By the record {last.name} had it last.",
            f"Write how it came to {by.name}: who handed it on, or where it lay, and when.",
            _CUSTODY,
        )


def deletion_has_authority(asked: ToSeal) -> Iterator[GateProblem]:
    """Require that the Lead Safeguarding Manager or a member of SMT decides, by the staff list.

    Without a list the role that is ticked and typed counts, and the sentence says so.
    """
    who, authority = asked.get(DeletionDecided.decided_by), asked.get(DeletionDecided.authority)
    if asked.get(DeletionDecided.decision) not in DELETES:
        return
    if not authority or who is None or not (who.role.strip() or asked.staff.kept):
        yield gate_problem(
            DeletionDecided.authority,
            "Deletion is decided by the Lead Safeguarding Manager or a member of SMT.",
            "Ask them, and name who decided with their role; until then choose “Nothing is "
            f"deleted yet”.{by_the_role_typed(asked)}",
            _DELETION,
        )
    else:
        at = asked.get(DeletionDecided.decided_at)
        yield from listed_as(
            asked,
            DeletionDecided.decided_by,
            who,
            DECIDE_AS[authority],
            at=at,
            otherwise="until then choose “Nothing is deleted yet”",
            source=_DELETION,
        )


def deletion_is_held(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse deletion while there is a hold; the sentence names whose agreement lifts it."""
    if asked.get(DeletionDecided.decision) not in DELETES:
        return
    for hold in holds_on(asked.case):
        yield gate_problem(
            DeletionDecided.decision,
            f"Deletion is held: {because(hold)}.",
            f"Ask {who_lifts(hold)} and record their agreement under “{HoldLifted.title}”; until "
            "then choose “Nothing is deleted yet”.",
            HOLD,
        )


def hold_lifted_by_the_right_one(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to lift a hold that was not raised, or on the wrong person's agreement."""
    holds, agreeing = asked.get(HoldLifted.holds), asked.get(HoldLifted.agreeing)
    raised = raised_on(asked.case)
    for hold in holds or ():
        if hold not in raised:
            yield gate_problem(
                HoldLifted.holds,
                f"No hold stands because “{hold.label}”.",
                "Take it out; choose only what holds deletion in this case.",
                HOLD,
            )
        elif agreeing and agreeing not in LIFTED_BY[hold]:
            yield gate_problem(
                HoldLifted.agreeing,
                f"“{hold.label}” is not theirs to lift.",
                f"Ask {who_lifts(hold)}, and record their agreement when you have it.",
                HOLD,
            )


def deleted_despite_a_hold(asked: ToSeal) -> Iterator[GateProblem]:
    """Require how it came, and who was told, for a deletion during a hold."""
    if asked.get(DeletionConfirmed.confirmed) is not YesNoUnknown.YES or not holds_on(asked.case):
        return
    if not (asked.words(DeletionConfirmed.despite) and asked.words(DeletionConfirmed.despite_told)):
        yield gate_problem(
            DeletionConfirmed.despite,
            "It was deleted while deletion was held.",
            "Tell the police or social care today, and write how it came and whom you told.",
            HOLD,
        )
