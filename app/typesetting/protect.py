"""Protect a finished PDF with a passphrase, by AES-256 (ISO 32000-2, revision 6), and its slip."""

import io

from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions

from app.typesetting.content import Content, Issue, Prose, Spoken
from app.typesetting.document import Document, render_document

ALGORITHM = "AES-256"
KIND = "Passphrase slip"
HOW_TO_GIVE = (
    "Give this slip to the reader by another way than the file: by telephone, in person or by "
    "post. Whoever has both can read the document. The passphrase is kept nowhere else."
)


def protected(pdf: bytes, passphrase: str) -> bytes:
    """Give the PDF so that only the passphrase opens it. Reading aloud and printing stay allowed.

    Its text and structure stay the same; its bytes differ each time, as the key is new.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    allowed = (
        UserAccessPermissions.PRINT
        | UserAccessPermissions.PRINT_TO_REPRESENTATION
        | UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS
    )
    writer.encrypt(passphrase, algorithm=ALGORITHM, permissions_flag=allowed)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def passphrase_slip(issue: Issue, passphrase: str) -> Document:
    """Make the slip with the passphrase: to be handed over apart from the document itself.

    It names nobody, the reader neither: a slip that is found tells of no learner or family.
    """
    content = Content(
        issue=issue,
        kind=KIND,
        title=KIND,
        under=f"Opens the protected file of {issue.number}.",
        discreet=True,
        recipient=f"The reader of {issue.number}",
        parts=(
            Spoken("Passphrase", (("Type exactly", (passphrase,)),)),
            Prose("", (HOW_TO_GIVE,)),
        ),
    )
    return render_document(content)
