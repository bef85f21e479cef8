"""What keeps the record safe is reached in both fronts, in one order."""

from passport.cli.plain.home import LOOKING_AFTER
from passport.tui import routes


def test_both_fronts_lead_to_the_same_pages() -> None:
    assert tuple(LOOKING_AFTER) == routes.LOOKING_AFTER
    assert set(routes.LOOKING_AFTER) <= set(routes.PAGES)
