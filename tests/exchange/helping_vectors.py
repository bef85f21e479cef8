"""Makes tests/vectors/helping: a bundle and suggestions that must read, and files that must not, each named by what is wrong.

Run: ./run vectors. What is drawn at random is drawn from fixed bytes here, so that the files come out the same.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from passport.exchange import bundle as exchange
from passport.exchange.bundle import Asked, Bundle, Reply, lock_bundle, lock_reply
from passport.keys import passphrase, ways, wrapping
from passport.keys.wrapping import public_of
from passport.record.suggestions import Helper, Suggestion, digest_of_words

FOLDER = Path(__file__).parent.parent / "vectors" / "helping"
PASSPHRASE = "otter granite velvet compass tulip"
SECRET = bytes(range(32))
BUNDLE = Bundle(
    "0123456789abcdef0123456789abcdef",
    date(2026, 11, 23),
    "Alex",
    public_of(SECRET),
    (
        Asked(
            "crisis_plan-1",
            "crisis_plan",
            1,
            ("cp_you_do", "cp_early", "cp_people"),
            {"cp_you_do": "Sit with me", "cp_early": ("Pacing", "Not eating")},
        ),
    ),
)
REPLY = Reply(
    BUNDLE.id,
    "fedcba9876543210fedcba9876543210",
    date(2026, 11, 25),
    Helper("Sam Patel", "typed"),
    (
        Suggestion(
            "crisis_plan-1", "cp_you_do", "Sit with me. Zoë knows how", {}, digest_of_words("Sit with me")
        ),
        Suggestion("crisis_plan-1", "cp_people", None, {"pe_name": "Jo"}),
    ),
)
Change = Callable[[dict[str, Any]], object]
BAD_BODY: Mapping[str, Change] = {
    "another_key": lambda body: body.update(more=1),
    "newer_format": lambda body: body.update(format=2),
    "no_id": lambda body: body.update(bundle="0123"),
    "another_id": lambda body: body.update(bundle="f" * 32),
    "no_day": lambda body: body.update(made_on="2026-13-01"),
}
BAD_BUNDLE: Mapping[str, Change] = {
    **BAD_BODY,
    "no_key_to_answer": lambda body: body.update(answer_to=""),
    "place_leads_out": lambda body: body["sections"][0]["answers"].append(["../x", "y"]),
    "place_twice": lambda body: body["sections"][0]["answers"].append(["cp_you_do", "y"]),
    "section_twice": lambda body: body["sections"].append(body["sections"][0]),
    "number_with_a_point": lambda body: body["sections"][0]["answers"].append(["cp_body", 1.5]),
}
BAD_REPLY: Mapping[str, Change] = {
    **BAD_BODY,
    "nobody": lambda body: body.update(helper=" "),
    "how_unknown": lambda body: body.update(how="magic"),
    "words_and_item": lambda body: body["suggestions"][1].update(words="x"),
    "item_twice": lambda body: body["suggestions"][1]["item"].append(["pe_name", "Bo"]),
    "over_unknown": lambda body: body["suggestions"][0].update(over="x"),
}


def files() -> Iterator[tuple[str, bytes]]:
    """Every vector by its name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passphrase, "settings_here", lambda: passphrase.Settings(64 * 1024, 3, 1))
        for module in (wrapping, ways):
            patch.setattr(module.secrets, "token_bytes", lambda size=32: bytes(size))
        patch.setattr(exchange, "new_data_key", lambda: ways.new_data_key(bytes))
        private = X25519PrivateKey.from_private_bytes(bytes([7]) * 32)
        patch.setattr(X25519PrivateKey, "generate", lambda: private)
        bundle, reply = lock_bundle(BUNDLE, PASSPHRASE), lock_reply(REPLY, BUNDLE.answer_to)
        yield "good_bundle", bundle
        yield "good_suggestions", reply
        for name, whole in (("bundle", bundle), ("suggestions", reply)):
            yield f"{name}_cut_short", whole[:-1]
            yield f"{name}_more_after", whole + b"\n"
            yield f"{name}_one_bit", whole[:-30] + bytes([whole[-30] ^ 1]) + whole[-29:]
            yield f"{name}_begins_otherwise", b"X" + whole[1:]
        yield "bundle_keys_too_long", bundle[:16] + b"\xff\xff\xff\xff" + bundle[20:]
        yield (
            "bundle_keys_spelled_otherwise",
            bundle[:16]
            + (int.from_bytes(bundle[16:20], "big") + 1).to_bytes(4, "big")
            + bundle[20:22]
            + b" "
            + bundle[22:],
        )
        yield "suggestions_for_another", reply[:16] + bytes(16) + reply[32:]
        yield from _bodies(
            patch, BAD_BUNDLE, "bundle", "_bundle_bytes", lambda: lock_bundle(BUNDLE, PASSPHRASE)
        )
        yield from _bodies(
            patch, BAD_REPLY, "suggestions", "_reply_bytes", lambda: lock_reply(REPLY, BUNDLE.answer_to)
        )
        spaced = json.dumps(json.loads(exchange._reply_bytes(REPLY)), ensure_ascii=False).encode()
        patch.setattr(exchange, "_reply_bytes", lambda _reply: spaced)
        yield "suggestions_spelled_otherwise", lock_reply(REPLY, BUNDLE.answer_to)


def _bodies(
    patch: pytest.MonkeyPatch, bad: Mapping[str, Change], name: str, writes: str, lock: Callable[[], bytes]
) -> Iterator[tuple[str, bytes]]:
    """Well locked, with a body that is not as it should be."""
    whole = getattr(exchange, writes)
    for what, change in bad.items():

        def written(value: Any, change: Change = change) -> bytes:
            body = json.loads(whole(value))
            change(body)
            return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()

        patch.setattr(exchange, writes, written)
        yield f"{name}_{what}", lock()
    patch.setattr(exchange, writes, whole)


EXPECTED = f"""# The vectors of docs/formats/helping.md.
passphrase = "{PASSPHRASE}"
secret = "{SECRET.hex()}"
bundle = "{BUNDLE.id}"
name = "Alex"
helper = "Sam Patel"
suggested = "Sit with me. Zoë knows how"
"""

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in files():
        (FOLDER / name).write_bytes(data)
    (FOLDER / "expected.toml").write_text(EXPECTED, encoding="utf-8", newline="\n")
