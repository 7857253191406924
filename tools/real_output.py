"""Output shown in the read-me is real: every block that begins with `$ lantu` is run, and holds what it printed.

A block shows the first lines of the output; `…` on a line of its own stands for the rest.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

_BLOCK = re.compile(r"^```\n\$ (lantu [^\n]*)\n(.*?)```$", re.MULTILINE | re.DOTALL)
_REST = "…"


def with_real_output(text: str, locale: str) -> str:
    """Return the page with each block's output as it is now, as many lines as the block showed before."""

    def fill(block: re.Match[str]) -> str:
        shown = [line for line in block[2].splitlines() if line != _REST]
        printed = _run(block[1], locale).rstrip().splitlines()
        kept = printed[: len(shown)] if shown else printed
        more = [_REST] if len(printed) > len(kept) else []
        return "\n".join(["```", f"$ {block[1]}", *kept, *more, "```"])

    return _BLOCK.sub(fill, text)


def _run(command: str, locale: str) -> str:
    """Run one `lantu` command from the top of the repository; findings (status 1) are no failure."""
    lantu = str(Path(sys.executable).with_name("lantu"))
    done = subprocess.run(
        [lantu, *command.split()[1:]], check=False, capture_output=True, text=True, env={**os.environ, "LC_ALL": locale}
    )
    if done.returncode > 1:
        raise SystemExit(f"{command}: {done.stderr.strip()}")
    return done.stdout
