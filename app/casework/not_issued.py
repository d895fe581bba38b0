"""Why a paper was not issued, in a sentence that says what to do. No number is used for it."""


class NotIssued(Exception):
    """A paper was not issued, and no number is used: `sentence` says why and what to do."""

    sentence: str


class NoMailbox(NotIssued):
    """The answer to a paper comes by mail, and the college has set no mailbox."""

    sentence = (
        "Not issued: the service has to have an address for its answer, and the college has set "
        "none. Fill in “Role mailbox” in Settings, then issue it."
    )


class Overtaken(NotIssued):
    """The record grew while a paper was rendered. Nothing was issued."""

    sentence = (
        "Something was added to the record in the meantime, so nothing was issued. Look at the "
        "document again, and issue it then."
    )


class ReasonNeeded(NotIssued):
    """Nobody is to reach the reader of a paper, and no reason was given for issuing it."""

    sentence = (
        "Not issued yet: nobody is to reach its reader for now. Ask whoever said so first; where "
        "it goes to them all the same, write why, and whom you told."
    )
