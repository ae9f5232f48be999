"""A pipe whose reader has seen enough (`dragoman read … | head`) is no error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def quietly(work: Callable[[], int]) -> int:
    """What `work` returns, 0 where stdout was closed under it.

    Typer would end the program with status 1, so this stands inside of it.
    """
    try:
        status = work()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more when it ends
        return 0
    return status
