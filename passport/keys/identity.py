"""The key a person seals with: one for each side of the wall, made here, known to nobody else.

A P-256 key (FIPS 186-5) with a certificate made by itself (RFC 5280), because PDF readers want one. The certificate says
nothing about the person: its only name is five words made from the key, so that two people can compare them out loud.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import NameOID

from passport.errors import NotOurs, VaultDamaged
from passport.keys.spoken import spoken_words
from passport.record.audience import Audience

_CURVE = ec.SECP256R1()
_ORDER = (
    0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256's base point: SP 800-186
)
_NEVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)  # RFC 5280 4.1.2.5: "no well-defined expiration date"
_KEPT_AS = b"PIK1"
_SIDES = {
    Audience.INVOLVEMENT: b"i",
    Audience.CARE: b"c",
    Audience.CARER_INVOLVEMENT: b"j",
    Audience.CARER_CARE: b"d",
}


@dataclass(frozen=True)
class PublicKey:
    """A key to check seals with. Raises NotOurs where the bytes are not a point of the curve, written short."""

    compressed: bytes
    """33 bytes: SEC 1, 2.3.3."""

    def __post_init__(self) -> None:
        if len(self.compressed) != 33 or self.compressed[0] not in {2, 3}:
            raise NotOurs(step="key")
        assert self.point is not None

    @cached_property
    def point(self) -> ec.EllipticCurvePublicKey:
        """The same key for the ``cryptography`` library."""
        try:
            return ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, self.compressed)
        except ValueError as wrong:
            raise NotOurs(step="key") from wrong


@dataclass(frozen=True, slots=True)
class Identity:
    """A private key and its certificate. Lives in the vault; never leaves it."""

    audience: Audience
    certificate: bytes
    """DER."""
    secret: bytes = field(repr=False)
    """The private number, 32 bytes."""

    @property
    def public(self) -> PublicKey:
        """The key that others check with."""
        point = self.private.public_key()
        return PublicKey(point.public_bytes(Encoding.X962, PublicFormat.CompressedPoint))

    @property
    def private(self) -> ec.EllipticCurvePrivateKey:
        """The same key for the ``cryptography`` library."""
        return ec.derive_private_key(int.from_bytes(self.secret, "big"), _CURVE)

    @property
    def spoken_before(self) -> str:
        """The words that its papers showed at first, where it was made in that time: its certificate says them for ever."""
        named = x509.load_der_x509_certificate(self.certificate).subject.get_attributes_for_oid(
            NameOID.COMMON_NAME
        )
        before = earlier_fingerprint(self.public)
        return before if any(one.value == before for one in named) else ""

    def private_der(self) -> bytes:
        """PKCS #8, for the program that seals PDFs. Handle with care: it is not encrypted."""
        return self.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())

    def to_bytes(self) -> bytes:
        """How the vault keeps it: ``PIK1``, the side of the wall, the secret, the certificate."""
        return _KEPT_AS + _SIDES[self.audience] + self.secret + self.certificate

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Identity":
        """Back from the vault. Raises VaultDamaged where the certificate is not this key's own."""
        side = {letter: audience for audience, letter in _SIDES.items()}.get(kept[4:5])
        if not kept.startswith(_KEPT_AS) or side is None:
            raise VaultDamaged
        identity = cls(audience=side, certificate=kept[37:], secret=kept[5:37])
        try:
            certificate = x509.load_der_x509_certificate(identity.certificate)
            certificate.verify_directly_issued_by(certificate)
            same = certificate.public_key() == identity.private.public_key()
        except (ValueError, TypeError, InvalidSignature) as wrong:
            raise VaultDamaged from wrong
        if not same:
            raise VaultDamaged
        return identity


def new_identity(
    audience: Audience, made_on: date, rng: Callable[[int], bytes] = secrets.token_bytes
) -> Identity:
    """A new key for one side of the wall. ``rng`` gives so many random bytes; tests give their own."""
    number = 0
    while (
        not 0 < number < _ORDER
    ):  # SP 800-186 A.2.2: try again rather than fold, so that every key is as likely
        number = int.from_bytes(rng(32), "big")
    private = ec.derive_private_key(number, _CURVE)
    return Identity(audience, _certificate(private, made_on), number.to_bytes(32, "big"))


def _certificate(private: ec.EllipticCurvePrivateKey, made_on: date) -> bytes:
    """Made by the key itself, the same bytes every time: no chance, no clock, no name of a person."""
    public = PublicKey(private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint))
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, spoken_fingerprint(public))])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,  # what PDF readers call non-repudiation
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public.point)
        .serial_number(int.from_bytes(key_id(public), "big") | 1 << 64)  # positive, and never zero
        .not_valid_before(datetime.combine(made_on, time(tzinfo=UTC)))
        .not_valid_after(_NEVER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier(key_id(public)), critical=False)
    )
    return builder.sign(private, hashes.SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)


def key_id(public: PublicKey) -> bytes:
    """The short name of a key inside a seal: 8 bytes. Two keys may share one by effort, so nothing trusts it alone."""
    return hashlib.sha256(public.compressed).digest()[:8]


def spoken_fingerprint(public: PublicKey) -> str:
    """Five words to compare out loud, such as on the phone, as they are printed today (``keys.spoken``)."""
    return spoken_words(public.compressed)


def earlier_fingerprint(public: PublicKey) -> str:
    """The words that papers showed of the same key before: version 1."""
    return spoken_words(public.compressed, version=1)
