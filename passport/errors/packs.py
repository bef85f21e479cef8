"""A form, a question or a choice that is not there."""

from passport.errors.base import Exit, PassportError


class PackError(PassportError):
    """A form pack, or something in it, is not as asked for."""

    exit_code = Exit.USAGE


class PackUnreadable(PackError):
    """A pack cannot be used. Fields: file, at (the key), remedy (what to write)."""


class UnknownForm(PackError):
    """No form has this id. Fields: form, forms."""


class UnknownQuestion(PackError):
    """The form has no such question. Fields: form, question."""


class UnknownField(PackError):
    """A field to share was named, and no form has it. Fields: question, form (one to look in)."""


class UnknownChoice(PackError):
    """The question has no such choice. Fields: question, choice, choices."""


class NothingToPick(PackError):
    """The question names another form of the person's, and there is none yet. Field: question."""


class UnknownEntry(PackError):
    """No entry has this id. Field: entry."""


class NothingBegun(PackError):
    """The form has no entry at all. Field: form."""


class UnknownItem(PackError):
    """No item of a list has this id. Fields: item, form."""


class NotAList(PackError):
    """A list of items was given as something else. Field: question."""


class FilledByDoing(PackError):
    """This answer comes from doing the thing, not from typing it. Field: question."""
