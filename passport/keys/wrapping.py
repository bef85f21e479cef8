"""How a slot holds the data key: wrapped for the public key of one way in, so that it can be made anew without its secret.

A way in gives 32 secret bytes, which are the private key of X25519 (RFC 7748). The data key is wrapped with AES-256-GCM
(NIST SP 800-38D) under HKDF-SHA256 (RFC 5869) of what a fresh key and the public key have in common. Whoever holds an old
copy of a record, and what opened it then, finds public keys in it and no secret that opens a newer one.
"""

import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PUBLIC, NONCE, TAG = 32, 12, 16
_WRAPS, _VOUCHES = b"passport keys 2 wrap", b"passport keys 2 own"


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Some bytes that one way in can open."""

    sender: bytes
    """The public half of the fresh key; empty in format 1, where the secret itself is the wrapping key."""
    nonce: bytes
    sealed: bytes


def public_of(secret: bytes) -> bytes:
    """The public key of a way in, from its 32 secret bytes."""
    return X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def wrap(plain: bytes, public: bytes, bound: bytes) -> Wrapped:
    """Bytes that only the secret behind ``public`` opens, and only under ``bound``."""
    fresh = X25519PrivateKey.generate()
    sender, nonce = fresh.public_key().public_bytes_raw(), secrets.token_bytes(NONCE)
    key = _common(fresh, public, sender, public)
    return Wrapped(sender, nonce, AESGCM(key).encrypt(nonce, plain, bound))


def unwrap(wrapped: Wrapped, secret: bytes, bound: bytes) -> bytes | None:
    """The bytes, or None where the secret or what they are bound to is another one."""
    try:
        key = secret
        if wrapped.sender:
            key = _common(
                X25519PrivateKey.from_private_bytes(secret), wrapped.sender, wrapped.sender, public_of(secret)
            )
        return AESGCM(key).decrypt(wrapped.nonce, wrapped.sealed, bound)
    except (InvalidTag, ValueError):  # a point of small order has nothing in common with anybody
        return None


def vouch(public: bytes, data_key: bytes, bound: bytes) -> bytes:
    """A public key, hidden and sealed by the data key: nobody without it can read it or put theirs in its place."""
    return locked_under(public, data_key, _VOUCHES, bound)


def vouched(sealed: bytes, data_key: bytes, bound: bytes) -> bytes | None:
    """The public key, or None where this data key did not seal it."""
    return unlocked_under(sealed, data_key, _VOUCHES, bound)


def secret_from(words: bytes, salt: bytes, purpose: bytes) -> bytes:
    """32 secret bytes out of a secret that needs no stretching, such as recovery words: HKDF (RFC 5869)."""
    return _derived(words, purpose, salt)


def _common(ours: X25519PrivateKey, theirs: bytes, sender: bytes, public: bytes) -> bytes:
    return _derived(ours.exchange(X25519PublicKey.from_public_bytes(theirs)), _WRAPS, sender + public)


def _derived(secret: bytes, purpose: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, purpose).derive(secret)


def locked_under(plain: bytes, secret: bytes, purpose: bytes, bound: bytes) -> bytes:
    """A nonce and the bytes, locked with AES-256-GCM under a key that 32 secret bytes give for this purpose alone."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_derived(secret, purpose, b"")).encrypt(nonce, plain, bound)


def unlocked_under(locked: bytes, secret: bytes, purpose: bytes, bound: bytes) -> bytes | None:
    """The bytes, or None where any of it is not as it was locked."""
    try:
        return AESGCM(_derived(secret, purpose, b"")).decrypt(locked[:NONCE], locked[NONCE:], bound)
    except (InvalidTag, ValueError):
        return None


def new_secret() -> bytes:
    """32 secret bytes for a way in that no passphrase opens."""
    return X25519PrivateKey.generate().private_bytes_raw()
