"""Everything as open files, in plain lines: what that means, where they go, and one more question."""

from passport.actions.export import export
from passport.actions.places import place_typed
from passport.cli.plain.session import Session
from passport.cli.plain.talk import Way
from passport.cli.under_way import doing


def open_files(session: Session) -> None:
    """Warn, ask where, ask once more, write. Raises Leave, FileThere, NoRoomThere, NoPermission."""
    talk, words = session.talk, session.words
    talk.heading(words("export.title"))
    for key in ("how", "warning", "all", "what", "texts", "where"):
        talk.say(f"export.{key}")
    typed = talk.ask([words("page_help.export")])
    if isinstance(typed, Way) or not typed.strip():
        return
    if not talk.yes("export.ask"):
        talk.say("export.not_now")
        return
    with doing("export"):
        done = export(session.vault, session.shelf, place_typed(typed), session.now(), words)
    for name in done.not_read:
        talk.say("export.left_out", name=name)
    talk.say("export.done", folder=done.folder, entries=done.entries, answers=done.answers, files=done.files)
    talk.say("export.after")
    talk.let_read()
