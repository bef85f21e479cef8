"""The desk: one background thread that owns the vault. Everything done to the vault is handed to it, in order.

A SQLCipher connection answers only to the thread that opened it, and thread workers do not wait for each other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from passport.vault.vault import Vault

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class Desk:
    """Takes actions one by one. ``is_open`` says whether there is a vault on it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._vault: Vault | None = None

    @property
    def is_open(self) -> bool:
        """Whether a vault is open."""
        return self._vault is not None

    async def open(
        self, opens: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs
    ) -> _Result:
        """Open or make a vault; ``opens`` returns it, or a value that holds it. Raises what ``opens`` raises."""
        result = await self._hand_over(partial(opens, *given, **named))
        self._vault = _vault_in(result)
        return result

    async def do(
        self,
        action: Callable[Concatenate[Vault, _Given], _Result],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Result:
        """Do one thing with the vault. Returns what the action returns and raises what it raises."""
        vault = self._vault
        assert vault is not None
        return await self._hand_over(partial(action, vault, *given, **named))

    async def away(
        self, work: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs
    ) -> _Result:
        """Do slow work that needs no vault, so that the screen stays awake."""
        there = partial(copy_context().run, partial(work, *given, **named))
        return await asyncio.get_running_loop().run_in_executor(None, there)

    async def close(self) -> None:
        """Close the vault. Everything handed over before is done first."""
        vault, self._vault = self._vault, None
        if vault is not None:
            await self._hand_over(vault.close)

    def stop(self) -> None:
        """Let the thread go, once the screen has gone."""
        self._thread.shutdown(wait=True)

    async def _hand_over(self, work: Callable[[], _Result]) -> _Result:
        # with the context of whoever asks, so that they can stop it: see record.leaving_off
        there = partial(copy_context().run, work)
        return await asyncio.get_running_loop().run_in_executor(self._thread, there)


def _vault_in(result: object) -> Vault:
    """The vault itself, the first of a pair, or the ``vault`` of what was opened."""
    if isinstance(result, tuple):
        result = result[0]
    return cast("Vault", getattr(result, "vault", result))
