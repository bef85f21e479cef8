"""Which copies are still what the person would give out today."""

import hashlib
import json
from collections.abc import Collection

from passport.record.answers import Value, question_of, thaw
from passport.record.audience import Labels, Share
from passport.record.copies import CopyGiven
from passport.record.passport import Passport


def state_of(passport: Passport, section_ids: Collection[str], labels: Labels) -> str:
    """Digest, in hex, of every word that these sections could show to anyone: all but never-shared fields.

    Two copies with different fields picked from the same answers have the same state, and so the same version.
    """
    shown: list[tuple[str, str, Value]] = []
    for section in passport.sections:
        if section.id in section_ids:
            by_question = labels.get(section.form, {})
            shown += [
                (section.id, place, answer.words)
                for place, answer in section.answers.items()
                if (label := by_question.get(question_of(place))) is not None
                and label.share is not Share.NEVER
            ]
    plain = [
        (section_id, place, thaw(words))
        for section_id, place, words in sorted(shown, key=lambda one: one[:2])
    ]
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def newest_copies(passport: Passport) -> tuple[CopyGiven, ...]:
    """The last copy that was given of each document to each holder."""
    return tuple({(copy.holder, copy.document): copy for copy in passport.copies}.values())


def old_copies(passport: Passport, labels: Labels) -> tuple[CopyGiven, ...]:
    """The newest copies that are no longer what the sections say."""
    return tuple(
        copy for copy in newest_copies(passport) if copy.state != state_of(passport, copy.sections, labels)
    )
