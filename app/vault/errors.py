"""The errors of a casebook that its user can act on, each with a plain sentence."""

from typing import ClassVar


class VaultError(Exception):
    """An error the user can act on. `sentence` says what is wrong and what to do next."""

    says: ClassVar[str] = "The casebook could not do this. Close it and try again."

    def __init__(self, sentence: str | None = None) -> None:
        self.sentence = sentence or self.says
        super().__init__(self.sentence)


class WrongPassphrase(VaultError):
    """The passphrase does not open this user's slot."""

    says = "That passphrase does not open this casebook. Check the capital letters and try again."


class KeyFileDamaged(VaultError):
    """No undamaged copy of the key file is left, or it does not belong here."""

    says = (
        "The key files of this casebook are damaged, so no passphrase can be tried. Your records "
        "are still there. Copy the key files from your newest backup into the casebook folder."
    )


class Warned(VaultError):
    """A warning: the user may go on after saying why. `means` lists what may have caused it."""

    means: ClassVar[tuple[str, ...]] = ()


class KeysRolledBack(Warned):
    """The key files are older than the records. Can be accepted after asking."""

    says = (
        "The key files are older than the records: somebody may have put earlier ones back. An "
        "earlier passphrase or a removed user might open the casebook. Go on only if you know why."
    )
    means = (
        "A backup of the folder was put back, wholly or in part. Then this is expected.",
        "Two computers used one folder, and the older key files won.",
        "Somebody put earlier key files back, to get in with an earlier passphrase.",
        "Unless you know the reason, ask your IT lead before you go on.",
    )


class LogAltered(Warned):
    """The end of the log does not verify. Can be accepted after asking."""

    says = (
        "The log of this casebook has been altered outside the program. Keep the folder as it "
        "is and compare it with your newest backup before you rely on the record."
    )
    means = (
        "The disk or a copying program damaged a part of the log.",
        "Somebody who holds a passphrase changed the log with another program.",
        "The entries of cases are checked apart from this. Choosing to open changes none of them.",
    )


class InUseElsewhere(VaultError):
    """Another window or another user holds this casebook."""

    says = "This casebook is already open in another window. Use that one, or close it first."


class MadeByNewerVersion(VaultError):
    """A later version of the program made or changed this casebook."""

    says = (
        "This casebook was last used with a newer version of DSL Casebook. Nothing has been "
        "changed. Install the newer version to open it."
    )


class NotUpgraded(VaultError):
    """The copy made for this version failed its check and was deleted."""

    says = (
        "This casebook was made by an older version of DSL Casebook and could not be brought up "
        "to date: the copy did not pass its check. Your records are as they were. Copy the whole "
        "folder to a safe place, and open it with the older version."
    )


class Damaged(VaultError):
    """Some or all of the records cannot be read. Nothing was written."""

    says = (
        "The records file is damaged. Nothing more will be written to it. Do not delete anything: "
        "copy the whole folder to a safe place, then restore your newest backup."
    )


class ListsDamaged(VaultError):
    """The lists or the search index do not fit the record. The record itself is sound."""

    says = "The search index does not fit the record. Choose Rebuild lists; no record is lost."


class EmptyFile(VaultError):
    """The records file has no content. It is never taken for a new casebook."""

    says = (
        "The records file is empty. The casebook was not opened, so that nothing is overwritten. "
        "Restore your newest backup."
    )


class MissingFile(VaultError):
    """A file of the casebook is not in its folder. It is never created again."""

    says = (
        "A file of this casebook is missing. The folder may have been moved, or copied only in "
        "part. Bring the whole folder back, or restore your newest backup."
    )


class NotACasebook(VaultError):
    """The folder or its records file does not belong to a casebook."""

    says = "This is not a casebook of DSL Casebook. Choose the folder that holds your casebook."


class FolderNotEmpty(VaultError):
    """The folder for a new casebook is not empty."""

    says = "This folder already holds files. Choose an empty folder for the new casebook."


class DiskFull(VaultError):
    """The disk is full. What was being saved has not been saved."""

    says = "The disk is full and this was not saved. Free some space, then save again."


class DiskFailed(VaultError):
    """The disk refused to read or write. What was being saved may not have been saved."""

    says = (
        "The disk reported an error and this may not have been saved. Check that it is connected "
        "and not full, then save again; nothing is recorded twice."
    )


class ReadOnly(VaultError):
    """The folder or its disk may not be written to."""

    says = (
        "The casebook folder cannot be written to. Check that it is not set to read-only and that "
        "your account may change it."
    )


class MemoryShort(VaultError):
    """The computer has too little free memory for the passphrase check."""

    says = "There is not enough free memory to unlock. Close other programs and try again."


class EngineTooOld(VaultError):
    """The database engine installed is below the floor or lacks encryption."""

    says = (
        "The database engine on this computer is too old to keep records safely. Install "
        "DSL Casebook again."
    )


class WeakPlace(Warned):
    """The folder lies where other programs copy or lock files. Can be accepted after asking."""

    says = (
        "This folder is shared or synchronised, which can damage a casebook. Choose a folder on "
        "this computer's own disk."
    )
    means = (
        "A program that copies this folder can lock or mix up its files while you work.",
        "Encrypted copies of the casebook lie where the college may not be able to remove them.",
        "Go on only if your IT lead has agreed to this place.",
    )


class TooLong(VaultError):
    """A text is longer than 200,000 characters."""

    says = "This text is too long to keep as one entry. Divide it and record the parts one by one."


class ImageryRefused(VaultError):
    """The text holds an embedded picture. A casebook never holds imagery."""

    says = "The text holds an embedded picture, which a casebook never keeps. Describe it in words."
