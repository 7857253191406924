"""Make the pages that could lie: the command line, the rules, the reader, the libraries, the output in the read-me.

python -m tools.docs           # write them
python -m tools.docs --check   # fail where a page is not what would be written
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import click

from lantu.cli.main import lantu
from tools.reading_page import reading_page
from tools.real_output import with_real_output
from tools.rule_pages import rules_page

DOCS = Path("docs")
MADE = "<!-- Made by `make docs`; do not edit. -->\n\n"

# What each library is here for; a library without a reason has no place.
REASONS = {
    "click": "the command line",
    "django": "the workbench and the public pages",
    "django-csp": "the strict content security policy",
    "duckdb": "the warehouse: a nation's values in one run",
    "gunicorn": "the server behind `lantu serve`",
    "lxml": "the XML inside .docx, with entities switched off",
    "numpy": "monitoring as array kernels",
    "pypdfium2": "PDF pages: their text layer and their lines",
    "python-docx": "Word files that are written",
    "pyyaml": "numbers of policy",
    "scipy": "Student's t for the outlook",
    "selectolax": "HTML pages",
    "whitenoise": "static files",
}


def cli_page() -> str:
    """Return the command line's reference, from its own help."""
    context = click.Context(lantu, info_name="lantu", **lantu.context_settings)
    parts = ["# The command line\n", "```\n" + lantu.get_help(context) + "\n```\n"]
    for name in lantu.list_commands(context):
        command = lantu.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        parts.append(f"## lantu {name}\n\n```\n{command.get_help(inner)}\n```\n")
        for part, under in command.commands.items() if isinstance(command, click.Group) else ():
            innermost = click.Context(under, info_name=part, parent=inner)
            parts.append(f"### lantu {name} {part}\n\n```\n{under.get_help(innermost)}\n```\n")
    parts.append(
        "Exit status: 0 done; 1 findings at or above `--fail-on`; 2 unusable input or arguments, told in one line.\n"
    )
    return "\n".join(parts)


def libraries_page() -> str:
    """Return the table of the libraries that an installed Lantu needs."""
    wanted = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pins = dict(
        line.lower().split("==")
        for line in Path("requirements.lock").read_text(encoding="utf-8").splitlines()
        if "==" in line
    )
    rows = ["# Libraries\n", "What an installed Lantu needs, and why. Versions are those the tests ran with.\n",
            "| library | version | licence | for |", "|---|---|---|---|"]  # fmt: skip
    for requirement in sorted(wanted, key=str.lower):
        name = re.match(r"[\w.-]+", requirement)[0].lower()
        rows.append(f"| {name} | {pins[name]} | {licence(name)} | {REASONS[name]} |")
    return "\n".join(rows) + "\n"


def licence(name: str) -> str:
    """Return a short licence name from the library's own metadata."""
    about = importlib.metadata.metadata(name)
    if expression := about.get("License-Expression"):
        return expression
    classified = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or [] if c.startswith("License")]
    return ", ".join(classified) or (about.get("License") or "?").splitlines()[0]


READMES = {"README.md": "en_US.UTF-8", "README.zh-CN.md": "zh_CN.UTF-8", "docs/alignment.md": "zh_CN.UTF-8"}
PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "rules.md": rules_page,
    "libraries.md": libraries_page,
    "reading.md": reading_page,
}


def stale() -> list[str]:
    """Return the names of the pages that are not what would be written now."""
    pages = [
        name for name, page in PAGES.items()
        if not (DOCS / name).is_file() or (DOCS / name).read_text(encoding="utf-8") != MADE + page()
    ]  # fmt: skip
    texts = {name: Path(name).read_text(encoding="utf-8") for name in READMES}
    return pages + [name for name, text in texts.items() if with_real_output(text, READMES[name]) != text]


def main() -> None:
    """Write the pages, or with --check say which are stale."""
    if "--check" in sys.argv:
        if names := stale():
            raise SystemExit(f"stale: {', '.join(names)}; run `make docs`")
        return
    for name, page in PAGES.items():
        (DOCS / name).write_text(MADE + page(), encoding="utf-8")
        print(f"docs/{name}")
    for name, locale in READMES.items():
        text = Path(name).read_text(encoding="utf-8")
        Path(name).write_text(with_real_output(text, locale), encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
