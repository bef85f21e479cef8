"""The value of a PDF's seal, byte for byte: a CMS signature (RFC 5652) of exactly the shape that we make, or nothing.

A signature leaves some of its own bytes unprotected. So every part is compared with what we would have written: the whole
is put together again from the certificate, the signed attributes and the signature, and must be the same bytes, padding included.
"""

import hashlib
from importlib import import_module
from typing import Any

from passport.keys.identity import Identity
from passport.paper.seal import RESERVED

_OCTETS, _SEQUENCE, _SET, _TAGGED_0 = 0x04, 0x30, 0x31, 0xA0
_VERSION_1 = bytes.fromhex("020101")
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # 1.2.840.113549.1.7.2
_DATA = bytes.fromhex("06092a864886f70d010701")  # 1.2.840.113549.1.7.1
_SHA256 = bytes.fromhex("300d06096086480165030402010500")  # 2.16.840.1.101.3.4.2.1, parameters NULL
_CONTENT_TYPE = bytes.fromhex("06092a864886f70d010903")  # RFC 5652 11.1
_MESSAGE_DIGEST = bytes.fromhex("06092a864886f70d010904")  # RFC 5652 11.2
_SIGNING_CERTIFICATE_V2 = bytes.fromhex("060b2a864886f70d010910022f")  # RFC 5035 3
_NAME_OF_ISSUER = 0xA4  # a GeneralName that is a directory name: RFC 5280 4.2.1.6
_ECDSA_WITH_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")  # 1.2.840.10045.4.3.2, no parameters


def get_ready_for_seals() -> None:
    """Read in what ``key_of_seal`` needs. Reading ``tsp`` teaches ``cms`` the attribute of RFC 5035."""
    for name in ("asn1crypto.cms", "asn1crypto.tsp", "cryptography.x509"):
        import_module(name)


def value_of_seal(digest: bytes, identity: Identity) -> bytes:
    """The value of a seal over the bytes with this SHA-256 digest: PAdES B-B, in DER, not yet padded."""
    from asn1crypto import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    certificate = x509.Certificate.load(identity.certificate)
    issuer, serial = _issued(certificate)
    cert_id = _der(
        _SEQUENCE,
        _der(_OCTETS, hashlib.sha256(identity.certificate).digest()),
        _der(_SEQUENCE, _der(_SEQUENCE, _der(_NAME_OF_ISSUER, issuer)), serial),
    )
    attributes = (
        _der(_SEQUENCE, _CONTENT_TYPE, _der(_SET, _DATA)),
        _der(_SEQUENCE, _MESSAGE_DIGEST, _der(_SET, _der(_OCTETS, digest))),
        _der(_SEQUENCE, _SIGNING_CERTIFICATE_V2, _der(_SET, _der(_SEQUENCE, _der(_SEQUENCE, cert_id)))),
    )
    signed = b"".join(sorted(attributes))  # the order of a SET in DER: X.690 11.6
    signature = identity.private.sign(_der(_SET, signed), ec.ECDSA(hashes.SHA256()))
    return _put_together(certificate, signed, signature)


def key_of_seal(sealed: bytes, value: bytes) -> str:
    """The key, 66 hex digits, whose seal over these bytes this value is; empty where it is not one, or not of our shape."""
    from asn1crypto import cms

    get_ready_for_seals()
    try:
        wrapping = cms.ContentInfo.load(value)
        length = len(wrapping.dump())
        if value[length:] != bytes(RESERVED - length) or wrapping["content_type"].native != "signed_data":
            return ""
        signed = wrapping["content"]
        certificate = signed["certificates"][0].chosen
        signer = signed["signer_infos"][0]
        key = _key_if_whole(signer, certificate, sealed)  # first: it is quick to say no
        if not key:
            return ""
        again = _put_together(certificate, signer["signed_attrs"].contents, signer["signature"].native)
        ours = _our_shape(signed, certificate) and again == value[:length]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return ""
    return key if ours else ""


def _put_together(certificate: Any, signed_attributes: bytes, signature: bytes) -> bytes:
    """The value as we write it around this certificate, these signed attributes and this signature, in DER.

    The first is named by its digest in the second, and the third is over the second: nothing else is left to choose.
    """
    signer_info = (
        _VERSION_1,
        _der(_SEQUENCE, *_issued(certificate)),
        _SHA256,
        _der(_TAGGED_0, signed_attributes),
        _ECDSA_WITH_SHA256,
        _der(_OCTETS, signature),
    )
    signed_data = (
        _VERSION_1,
        _der(_SET, _SHA256),
        _der(_SEQUENCE, _DATA),
        _der(_TAGGED_0, certificate.dump()),
        _der(_SET, _der(_SEQUENCE, *signer_info)),
    )
    return _der(_SEQUENCE, _SIGNED_DATA, _der(_TAGGED_0, _der(_SEQUENCE, *signed_data)))


def _issued(certificate: Any) -> tuple[bytes, bytes]:
    """Who issued it and its number: how a signer is named (RFC 5652 10.2.4)."""
    return certificate.issuer.dump(), certificate["tbs_certificate"]["serial_number"].dump()


def _der(tag: int, *parts: bytes) -> bytes:
    """A tag, the length in as few bytes as it takes (X.690 10.1), and what is inside."""
    inside = b"".join(parts)
    if len(inside) < 128:
        return bytes((tag, len(inside))) + inside
    length = len(inside).to_bytes((len(inside).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + inside


def _our_shape(signed: Any, certificate: Any) -> bool:
    signer = signed["signer_infos"][0]
    sid = signer["sid"]
    return bool(
        signed["version"].native == "v1"
        and [one["algorithm"].native for one in signed["digest_algorithms"]] == ["sha256"]
        and signed["encap_content_info"]["content_type"].native == "data"
        and signed["encap_content_info"]["content"].native is None
        and len(signed["certificates"]) == 1
        and signed["crls"].native is None
        and len(signed["signer_infos"]) == 1
        and signer["version"].native == "v1"
        and sid.name == "issuer_and_serial_number"
        and sid.chosen["issuer"].dump() == certificate.issuer.dump()
        and sid.chosen["serial_number"].native == certificate.serial_number
        and signer["digest_algorithm"]["algorithm"].native == "sha256"
        and signer["signature_algorithm"]["algorithm"].native == "sha256_ecdsa"
        and signer["unsigned_attrs"].native is None
    )


def _key_if_whole(signer: Any, certificate: Any, sealed: bytes) -> str:
    """The signed attributes name these bytes and this certificate, and the key made the signature over them."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    attributes = {one["type"].native: one["values"] for one in signer["signed_attrs"]}
    digest = attributes["message_digest"][0].native
    named = attributes["signing_certificate_v2"][0]["certs"][0]["cert_hash"].native
    der = certificate.dump()
    if digest != hashlib.sha256(sealed).digest() or named != hashlib.sha256(der).digest():
        return ""
    ours = x509.load_der_x509_certificate(der)
    point = ours.public_key()
    if not isinstance(point, ec.EllipticCurvePublicKey) or not isinstance(point.curve, ec.SECP256R1):
        return ""
    try:
        ours.verify_directly_issued_by(ours)
        point.verify(
            signer["signature"].native, signer["signed_attrs"].untag().dump(), ec.ECDSA(hashes.SHA256())
        )
    except InvalidSignature:
        return ""
    return point.public_bytes(Encoding.X962, PublicFormat.CompressedPoint).hex()
