"""The words that are given to people on paper, and read on their worst day."""

from passport.keys.passphrase import new_passphrase
from passport.keys.recovery import _with_check, new_recovery_words, read_recovery_words
from passport.keys.wordlist import kind_words, words


def test_no_word_that_may_hurt_is_given() -> None:
    given = {word for _ in range(400) for row in new_recovery_words() for word in row}
    given |= set(" ".join(new_passphrase() for _ in range(400)).split())
    assert given <= set(kind_words())
    assert not {"relapse", "sedative", "autism", "restrain"} & given


def test_a_row_is_chosen_again_where_its_check_word_may_hurt() -> None:
    rows = (
        [word, *kind_words()[:3]]
        for word in kind_words()
        if _with_check(0, [word, *kind_words()[:3]])[-1] not in kind_words()
    )
    unkind = next(rows)
    drawn = iter([*unkind, *["above"] * 200])
    assert new_recovery_words(lambda _from: next(drawn))[0][:-1] == ("above",) * 4


def test_any_word_of_the_list_is_read() -> None:
    rows = tuple(_with_check(number, ["relapse", "sedative", "hurt", "zoom"]) for number in range(4))
    assert read_recovery_words([" ".join(row) for row in rows]) == rows
    assert len(words()) - len(kind_words()) == 419
