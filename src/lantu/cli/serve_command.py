"""`lantu serve`: plan packages on the web, for the public and for those who run the plans."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path

import click

from lantu.cli.demo_folder import is_demo_folder
from lantu.cli.main import spoken_language
from lantu.cli.options import language_option
from lantu.cli.source import load
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message


@click.command("serve")
@click.argument("plans", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option(
    "--data", default=Path(".lantu"), show_default=True, type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the database and the secret.",
)  # fmt: skip
@click.option("--name", "names", multiple=True, metavar="DOMAIN", help="A name visitors reach the server by.")
@click.option("--https", is_flag=True, help="The server stands behind a proxy that speaks HTTPS.")
@click.option("--open", "open_browser", is_flag=True, help="Open the first page in a browser.")
@language_option
def command(
    plans: tuple[Path, ...], host: str, port: int, data: Path, names: tuple[str, ...], https: bool,
    open_browser: bool, language: Language | None,
) -> None:  # fmt: skip
    """Serve one or more PLANS (package folders, or documents to read) until Ctrl-C.

    Values entered on the pages stay in the data folder. Without any account an administrator is made; the password
    is printed once.
    """
    from lantu.web import serving

    language = language or spoken_language()
    packages = {slug_of(path): load(path, language) for path in plans}
    if len(packages) < len(plans):
        raise Fault(
            "有两个规划的文件夹同名，地址会相同。请改其中一个的名字。",
            "Two of the plans have the same folder name and would have one address. Rename one of them.",
        )
    if is_demo_folder(data):
        raise Fault(
            f"“{data}”是演示的文件夹，每次演示都会清空。请用 --data 另指一个文件夹。",
            f"“{data}” is the demo's folder and emptied by every demo. Name another folder with --data.",
        )
    listener = serving.listen(host, port)
    serving.open_data_folder(data, hosts=(host, *names), https=https)
    for slug, package in packages.items():
        serving.take_in(package, slug)
    if hidden := serving.serve_only(packages):
        click.echo(
            Message(
                f"数据文件夹里还存有{len(hidden)}部规划，这次没有指定，不公开：{'、'.join(hidden)}",
                f"The data folder also keeps {len(hidden)} that you did not name; not shown: {', '.join(hidden)}",
            ).into(language)
        )
    if not serving.has_users():
        password = serving.make_administrator()
        said = Message(
            f"新建管理员　用户名 admin　密码 {password}　（只显示这一次）",
            f"Made an administrator: name admin, password {password} (shown this once)",
        )
        click.echo(said.into(language))
    address = address_of(host, listener.getsockname()[1])

    def when_ready() -> None:
        click.echo(Message(f"请打开 {address}　Ctrl-C 结束", f"Open {address} — Ctrl-C to stop").into(language))
        if open_browser:
            webbrowser.open(address)

    serving.run(listener, when_ready)


def slug_of(path: Path) -> str:
    """Return the name a plan has in addresses: its folder's or file's name, letters, digits and hyphens."""
    name = path.resolve().name if path.is_dir() else path.stem
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")[:100] or "plan"


def address_of(host: str, port: int) -> str:
    """Return the address to open in a browser; a server on every address is opened on this machine."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"
