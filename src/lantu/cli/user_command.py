"""`lantu user`: who may log in to a served folder, and with what role."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import click

from lantu.cli.main import spoken_language
from lantu.cli.options import language_option
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message

_name = click.argument("name")
_data = click.option(
    "--data", default=Path(".lantu"), show_default=True, type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the database, as `lantu serve` has it.",
)  # fmt: skip


@click.group("user")
def command() -> None:
    """Add users of a served folder, give them new passwords, shut them out or let them in again."""


@command.command("add")
@_name
@click.option(
    "--role", default="viewer", show_default=True, type=click.Choice(["planner", "viewer", "admin"]),
    help="planner: may enter values and review readings; viewer: may look at the desk; "
    "admin: may do everything, adopt plans too.",
)  # fmt: skip
@click.option("--unit", default="", help="Organisation shown beside what they enter.")
@_data
@language_option
def add(name: str, role: str, unit: str, data: Path, language: Language | None) -> None:
    """Make the user NAME; the password is made at random and printed once."""
    serving = _opened(data)
    make = {"planner": serving.make_planner, "viewer": serving.make_viewer, "admin": serving.make_administrator}[role]
    _say_password(name, make(name, unit), language)


@command.command("password")
@_name
@_data
@language_option
def password(name: str, data: Path, language: Language | None) -> None:
    """Give the user NAME a new password, printed once; whoever is logged in under the name must log in again."""
    _say_password(name, _opened(data).renew_password(name), language)


@command.command("disable")
@_name
@_data
@language_option
def disable(name: str, data: Path, language: Language | None) -> None:
    """Shut the user NAME out at once; what they entered stays."""
    _opened(data).allow(name, False)
    click.echo(Message(f"{name} 已停用。", f"{name} may no longer log in.").into(language or spoken_language()))


@command.command("enable")
@_name
@_data
@language_option
def enable(name: str, data: Path, language: Language | None) -> None:
    """Let the user NAME in again."""
    _opened(data).allow(name, True)
    click.echo(Message(f"{name} 已启用。", f"{name} may log in again.").into(language or spoken_language()))


def _opened(data: Path) -> ModuleType:
    from lantu.web import serving

    if not serving.is_data_folder(data):
        raise Fault(
            f"“{data}”里没有蓝图的数据库。请先用 lantu serve 启动一次，或用 --data 指明它的文件夹。",
            f"“{data}” holds no database of Lantu. Start `lantu serve` once, or name its folder with --data.",
        )
    serving.open_data_folder(data)
    return serving


def _say_password(name: str, password: str, language: Language | None) -> None:
    said = Message(
        f"用户名 {name}　密码 {password}　（只显示这一次）", f"name {name}, password {password} (shown this once)"
    )
    click.echo(said.into(language or spoken_language()))
