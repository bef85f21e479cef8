"""Whether a power of attorney came before or after an advance decision (MCA 2005 s.25(2)(b), s.9(2)(b); ruling 18).

A later health and welfare power may end a refusal of the same treatment; an earlier one does not. A power exists only
once it is registered, so there are two dates. Where the order of dates is not certain, the answer says so.
"""

from datetime import date
from enum import StrEnum

from passport.forms.dates import Range, span


class Order(StrEnum):
    """When the power was made, seen from the advance decision."""

    LATER = "later"
    PERHAPS_LATER = "perhaps_later"
    """The dates do not settle it."""
    REGISTERED_LATER = "registered_later"
    """Signed before or on the day, registered on the day or after: a grey area."""
    NOT_REGISTERED = "not_registered"
    """Signed before or on the day, and not registered yet."""
    EARLIER = "earlier"


def order(signed: object, registered: object, made: Range, today: date) -> Order:
    """The order of a power of attorney, by EDTF dates, and a paper; anything else is no date."""
    signing, registering = span(signed), _until(span(registered), today)
    if signing is not None:
        if made.surely_before(signing):
            return Order.LATER
        if registering is not None and registering.surely_before(made):
            return Order.EARLIER  # nothing is registered before it is signed
        if made.maybe_before(signing):
            return Order.PERHAPS_LATER
        if registering is None:
            return Order.NOT_REGISTERED
        return Order.REGISTERED_LATER
    if registering is None:
        return Order.PERHAPS_LATER
    if made.surely_before(registering):
        return Order.LATER
    if registering.surely_before(made):
        return Order.EARLIER
    return Order.REGISTERED_LATER if made == registering else Order.PERHAPS_LATER


def is_registered(registered: object, today: date) -> bool:
    """Whether it is registered by today."""
    return _until(span(registered), today) is not None


def _until(days: Range | None, today: date) -> Range | None:
    """The days, unless all of them still lie ahead: a power to be registered is not registered."""
    return None if days is None or days.first > today else days
