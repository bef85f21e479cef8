"""``passport``: every command, one way in, one way out. Exit codes are in ``errors.Exit``; no traceback, ever."""

import errno
import sys
from importlib import import_module
from pathlib import Path

import click

from passport.cli.opens import Screen
from passport.cli.say import complain, let_go, words
from passport.cli.typed_path import a_path
from passport.errors import Exit, NoRoomToSay, PassportError

_COMMANDS = {
    "demo": "demo:demo",
    "new": "new:new",
    "passphrase": "new:passphrase_",
    "words": "ways:words_",
    "recover": "new:recover",
    "ways": "ways:ways",
    "second": "ways:second",
    "shares": "ways:shares",
    "forms": "forms:forms",
    "put": "answers:put",
    "show": "answers:show",
    "list": "lists:list_",
    "assess": "answers:assess",
    "agree": "agree:agree",
    "todo": "to_do:todo",
    "sign": "answers:sign",
    "stop": "answers:stop",
    "share": "share:share",
    "card": "card:card",
    "words-code": "chosen:words_code",
    "alert": "chosen:alert",
    "open-card": "open_card:open_card",
    "ask-for-help": "helping:ask_for_help",
    "help-out": "helping:help_out",
    "suggestions": "helping:suggestions",
    "cover": "chosen:cover",
    "copies": "share:copies",
    "search": "find:search",
    "history": "history:history",
    "keep": "files:keep",
    "kept": "files:kept",
    "kept-out": "files:kept_out",
    "kept-away": "files:kept_away",
    "erase": "erase:erase",
    "changed": "changed:changed",
    "bring-back": "history:bring_back",
    "undo": "undo:undo",
    "tell": "card:tell",
    "check": "check:check",
    "support": "support:support",
    "tour": "tour:tour",
    "news": "tour:news",
    "settings": "settings:settings",
    "backup": "travel:backup",
    "restore": "travel:restore",
    "drill": "travel:drill",
    "merge": "together:merge",
    "export": "export:export",
    "repair": "repair:repair",
    "where": "new:where",
}
"""Where each command lives; read only when it is called, so that a check starts without the rest."""


class _Commands(click.Group):
    """Commands that are imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(f"passport.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, invoke_without_command=True, help=words("commands.passport"))
@click.version_option(package_name="involvement-passport")
@click.option("--plain", is_flag=True, help=words("commands.plain"))
@click.option("--portable", is_flag=True, help=words("portable.option"))
@click.option("--vault", "vault_folder", type=a_path, help=words("commands.vault"))
@click.pass_context
def passport(context: click.Context, plain: bool, portable: bool, vault_folder: Path | None) -> int | None:
    """Open the program when no command is named. What is said here holds for the command too."""
    if portable or vault_folder is not None:
        _on_a_stick(vault_folder, asked=portable)
    if context.invoked_subcommand is not None:
        if vault_folder is not None:
            context.default_map = {name: {"vault_folder": vault_folder} for name in _COMMANDS}
        return None
    from passport.actions.places import places
    from passport.cli.opens import open_program

    return open_program(places(vault_folder), context.obj, plain=plain)


def _on_a_stick(folder: Path | None, *, asked: bool) -> None:
    """Where it is asked for, or the record says so itself. Raises click's UsageError where nobody said which record."""
    from passport.actions.places import is_portable, stay_on_the_stick

    if folder is None:
        raise click.UsageError(words("portable.where"))
    if asked or is_portable(folder):
        stay_on_the_stick(folder)


def run(arguments: list[str] | None = None, screen: Screen | None = None) -> int:
    """Run one command. Returns its exit code; whatever goes wrong becomes one sentence on standard error.

    ``screen`` opens the full screen; without one, no command means plain lines.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        # not click's own main: it takes a closed pipe for a fault, and a fault of a check is 1
        with passport.make_context("passport", given, obj=screen) as context:
            code = passport.invoke(context)
    except PassportError as error:
        complain(words.error(error))
        return error.exit_code
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        complain(error.format_message())
        return Exit.USAGE
    except (KeyboardInterrupt, EOFError, click.Abort):
        complain(words("commands.stopped_here"))
        return 128 + 2
    except BrokenPipeError:
        let_go(sys.stdout)
        return Exit.DONE
    except Exception as surprise:  # noqa: BLE001  # the last net: a person's words may be in it, so only its kind is told
        if getattr(surprise, "errno", None) in {errno.ENOSPC, errno.EBADF}:  # help has no room
            let_go(sys.stdout)
            complain(words.error(NoRoomToSay()))
            return NoRoomToSay.exit_code
        complain(words("commands.surprise", kind=type(surprise).__name__))
        return Exit.CANNOT_OPEN
    return code if isinstance(code, int) else Exit.DONE
