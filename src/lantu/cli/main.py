"""The command `lantu`: finds its commands by name and turns faults into one clear line."""

from __future__ import annotations

import importlib
import os
import sys

import click

from lantu import __version__
from lantu.cli.usage_words import usage_words
from lantu.plan.fault import Fault
from lantu.plan.message import Language

# Imported only when asked for, so that `lantu read` never waits for the web.
COMMANDS = ("read", "check", "monitor", "report", "import", "warehouse", "serve", "user", "demo")


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"lantu.cli.{cmd_name}_command").command
        assert isinstance(command, click.Command)
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lantu")
def lantu() -> None:
    """Lantu 蓝图: a development plan that runs."""


def spoken_language() -> Language:
    """Return the language of the terminal: English where the locale says so, else Chinese."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if locale.startswith(("en", "C.", "C", "POSIX")) and locale else "zh"


def main() -> None:
    """Run the command line; exit 0 done, 1 findings at or above `--fail-on`, 2 unusable input or arguments."""
    language: Language = spoken_language()
    for position, word in enumerate(sys.argv):
        if word in ("--lang=en", "--lang=zh"):
            language = "en" if word.endswith("en") else "zh"
        elif word == "--lang" and sys.argv[position + 1 : position + 2] in (["en"], ["zh"]):
            language = "en" if sys.argv[position + 1] == "en" else "zh"
    try:
        # Outside its standalone mode click hands back the status that a command exits with.
        status = lantu(standalone_mode=False)
    except Fault as fault:
        click.echo(f"lantu: {fault.into(language)}", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"lantu: {usage_words(error, language)}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)
