"""`lantu demo`: the example documents, read afresh and served with demo users."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

import lantu
from lantu.cli.demo_folder import claim
from lantu.cli.main import spoken_language
from lantu.cli.options import language_option
from lantu.cli.serve_command import address_of
from lantu.cli.source import load
from lantu.exchange.indicator_names import with_ids
from lantu.exchange.package_reader import is_package, read_areas, read_observations
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message
from lantu.plan.package import Package


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option(
    "--data", default=Path(".demo"), show_default=True, type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the demo's database; made anew at each start.",
)  # fmt: skip
@click.option("--open", "open_browser", is_flag=True, help="Open the first page in a browser.")
@language_option
def command(host: str, port: int, data: Path, open_browser: bool, language: Language | None) -> None:
    """Read the example plans and serve them, with a clerk, a visitor and an administrator."""
    from lantu.web import serving

    language = language or spoken_language()
    listener = serving.listen(host, port)
    packages = example_packages()
    claim(data)
    serving.open_data_folder(data, hosts=(host,))
    for slug, package in packages.items():
        serving.take_in(package, slug)
    planner = serving.make_planner("planner", "规划科（演示） / Planning office (demo)")
    viewer = serving.make_viewer("viewer", "来访者（演示） / Visitor (demo)")
    keeper = serving.make_administrator("admin", "管理员（演示） / Administrator (demo)")
    address = address_of(host, listener.getsockname()[1])

    def when_ready() -> None:
        click.echo(_welcome(address, list(packages), planner, viewer, keeper).into(language))
        if open_browser:
            webbrowser.open(address)

    serving.run(listener, when_ready)


def example_packages() -> dict[str, Package]:
    """Return the examples by the names of their folders, most values first; documents among them are read now.

    Raises Fault when the examples are not where the installation or the checkout keeps them.
    """
    folder = examples_folder()
    packages: dict[str, Package] = {}
    for example in sorted(folder.iterdir()):
        if not example.is_dir():
            continue
        if (document := example / "plan.docx").is_file():
            read_now = Package(load(document).reading, read_observations(example), areas=read_areas(example))
            packages[example.name], _ = with_ids(read_now)
        elif is_package(example):
            packages[example.name] = load(example)
    if not packages:
        raise _missing(folder)
    # The plan with most values first: it shows the most.
    return dict(sorted(packages.items(), key=lambda named: -len(named[1].observations)))


def examples_folder() -> Path:
    """Return where the examples are: inside the installed package, or beside `src` in a checkout."""
    inside = Path(lantu.__file__).resolve().parent / "examples"
    checkout = Path(lantu.__file__).resolve().parents[2] / "examples"
    for folder in (inside, checkout):
        if folder.is_dir():
            return folder
    raise _missing(checkout)


def _missing(folder: Path) -> Fault:
    return Fault(
        f"找不到示例规划（{folder}）。请重新安装 lantu，或在源码目录里运行。",
        f"The example plans are not there ({folder}). Install lantu again, or run it in the checkout.",
    )


def _welcome(address: str, slugs: list[str], planner: str, viewer: str, keeper: str) -> Message:
    plans = "\n".join(f"    {address}plans/{slug}/" for slug in slugs)
    english = "\n".join(f"    {address}en/plans/{slug}/" for slug in slugs)
    return Message(
        f"蓝图演示　{address}\n  公开页\n{plans}\n  工作台　{address}workbench/\n"
        f"    用户名 planner　密码 {planner}　可以填数、审读\n    用户名 viewer　密码 {viewer}　只能看\n"
        f"    用户名 admin　密码 {keeper}　还可以采纳、管理用户\n"
        "  数据每次启动都从示例重新读取。Ctrl-C 结束。",
        f"Lantu demo: {address}en/\n  Public pages\n{english}\n  Desk: {address}en/workbench/\n"
        f"    name planner, password {planner}: may enter values and review\n"
        f"    name viewer, password {viewer}: may look\n"
        f"    name admin, password {keeper}: may also adopt, and manage users\n"
        "  Everything is read from the examples anew at each start. Ctrl-C to stop.",
    )
