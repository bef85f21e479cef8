"""The value of a PDF's seal, byte for byte: a CMS signature (RFC 5652) of exactly the shape that we make, or nothing.

A signature leaves some of its own bytes unprotected. So every part is compared with what we would have written, and the
whole must encode back to the same bytes, padding included.
"""

import hashlib
from typing import Any

from passport.paper.seal import RESERVED


def key_of_seal(sealed: bytes, value: bytes) -> str:
    """The key, 66 hex digits, whose seal over these bytes this value is; empty where it is not one, or not of our shape."""
    from asn1crypto import cms, tsp

    assert tsp.SigningCertificateV2  # reading its module teaches cms the attribute of RFC 5035

    try:
        wrapping = cms.ContentInfo.load(value)
        length = len(wrapping.dump())
        if value[length:] != bytes(RESERVED - length) or wrapping["content_type"].native != "signed_data":
            return ""
        signed = wrapping["content"]
        certificate = signed["certificates"][0].chosen
        key = _key_if_whole(signed["signer_infos"][0], certificate, sealed)  # first: it is quick to say no
        ours = bool(key) and _our_shape(signed, certificate) and wrapping.dump(force=True) == value[:length]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return ""
    return key if ours else ""


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
