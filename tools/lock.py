"""Pin what is installed in .venv into requirements.lock: names and exact versions, no addresses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

OURS = {"lantu", "pip", "setuptools", "wheel"}


def main() -> None:
    """Write requirements.lock beside pyproject.toml."""
    frozen = subprocess.run(
        [sys.executable, "-m", "pip", "freeze", "--all", "--exclude-editable"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    pins = sorted(line for line in frozen if "==" in line and line.split("==")[0].lower() not in OURS)
    header = "# Exact versions that the tests ran with. Made by `make lock`; no addresses.\n"
    Path("requirements.lock").write_text(header + "\n".join(pins) + "\n", encoding="utf-8")
    print(f"requirements.lock: {len(pins)} packages")


if __name__ == "__main__":
    main()
