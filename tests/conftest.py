"""What every test shares: no network, one hypothesis profile, a fixed day."""

import os
import signal
import socket
from datetime import date

import pytest
from hypothesis import HealthCheck, settings

from passport.keys import passphrase

settings.register_profile(
    "ci", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("deep", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell starts what it sends to the background so
    signal.signal(signal.SIGINT, signal.default_int_handler)


class NetworkUsed(AssertionError):
    """A test reached for the network: nothing in this program needs one."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise NetworkUsed

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key stretching that takes no time. Only a test can reach it: the bounds are switched off from outside."""
    monkeypatch.setattr(passphrase, "BOUNDS", passphrase.Bounds(passphrase.CHEAPEST, passphrase.PERSON))
    monkeypatch.setattr(passphrase, "settings_here", lambda: passphrase.CHEAPEST)


@pytest.fixture
def today() -> date:
    return date(2026, 11, 23)
