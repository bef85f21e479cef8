"""passport/keys/identity.py: the key a person seals with."""

from datetime import UTC, date, datetime

import pytest
from cryptography import x509

from passport.errors import NotOurs, VaultDamaged
from passport.keys.identity import Identity, PublicKey, key_id, new_identity, spoken_fingerprint
from passport.record.audience import Audience

MADE_ON = date(2026, 11, 23)


def an_identity(letter: bytes = b"\x11", audience: Audience = Audience.CARE) -> Identity:
    return new_identity(audience, MADE_ON, lambda size: letter * size)


def test_the_vault_gives_back_the_same_identity() -> None:
    identity = an_identity()

    assert Identity.from_bytes(identity.to_bytes()) == identity


def test_two_identities_made_by_chance_differ() -> None:
    assert new_identity(Audience.CARE, MADE_ON).public != new_identity(Audience.CARE, MADE_ON).public


def test_a_number_outside_the_curve_is_drawn_again() -> None:
    """SP 800-186: the private number is from 1 to n - 1, each as likely."""
    drawn = iter([b"\xff" * 32, b"\0" * 32, b"\x07" * 32])

    assert new_identity(Audience.CARE, MADE_ON, lambda _: next(drawn)).secret == b"\x07" * 32


def test_the_certificate_says_nothing_of_the_person_and_never_ends() -> None:
    """RFC 5280 4.1.2.5; nothing of ours expires."""
    identity = an_identity()
    certificate = x509.load_der_x509_certificate(identity.certificate)

    assert certificate.subject.rfc4514_string() == f"CN={spoken_fingerprint(identity.public)}"
    assert certificate.issuer == certificate.subject
    assert certificate.not_valid_before_utc == datetime(2026, 11, 23, tzinfo=UTC)
    assert certificate.not_valid_after_utc.year == 9999


def test_the_certificate_is_for_signing_and_nothing_else() -> None:
    certificate = x509.load_der_x509_certificate(an_identity().certificate)
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value

    assert usage.digital_signature
    assert usage.content_commitment
    assert True not in {usage.key_cert_sign, usage.crl_sign, usage.key_agreement, usage.key_encipherment}
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_the_same_chance_gives_the_same_bytes() -> None:
    assert an_identity() == an_identity()


def test_a_fingerprint_is_five_words_that_follow_from_the_key_alone() -> None:
    one, other = an_identity(b"\x11"), an_identity(b"\x22")

    assert len(spoken_fingerprint(one.public).split()) == 5
    assert spoken_fingerprint(one.public) == spoken_fingerprint(
        an_identity(audience=Audience.INVOLVEMENT).public
    )
    assert spoken_fingerprint(one.public) != spoken_fingerprint(other.public)
    assert len(key_id(one.public)) == 8


def test_the_secret_is_never_printed() -> None:
    identity = an_identity()

    assert "secret" not in repr(identity)
    assert repr(identity.secret) not in repr(identity)


@pytest.mark.parametrize(
    "point",
    [
        b"",
        b"\x02" + b"\0" * 31,
        b"\x04" + b"\x01" * 32,  # not compressed
        b"\x02" + b"\xff" * 32,  # beyond the field: not canonical
        b"\x02" + (1).to_bytes(32, "big"),  # no such point
        b"\0" * 33,  # the point at infinity has no short form here
    ],
)
def test_bytes_that_are_no_point_of_the_curve_are_not_a_key(point: bytes) -> None:
    with pytest.raises(NotOurs):
        PublicKey(point)


def test_a_kept_identity_that_was_changed_does_not_open() -> None:
    kept = an_identity().to_bytes()
    other = an_identity(b"\x22")
    for damaged in (
        b"",
        kept[:40],
        b"PIK2" + kept[4:],
        kept[:4] + b"x" + kept[5:],
        kept[:5] + other.secret + kept[37:],  # another's secret
        kept[:37] + other.certificate,  # another's certificate
        kept[:-1] + bytes([kept[-1] ^ 1]),
        kept[:5] + b"\0" * 32 + kept[37:],
    ):
        with pytest.raises(VaultDamaged):
            Identity.from_bytes(damaged)
