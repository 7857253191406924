"""Start the web: a data folder, plans taken in, users made, and gunicorn in this process."""

from __future__ import annotations

import logging
import os
import secrets
import socket
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lantu.plan.fault import Fault
from lantu.plan.package import Package
from lantu.plan.system_words import system_words

if TYPE_CHECKING:
    from lantu.web.accounts.models import User

_DATABASE = "lantu.sqlite3"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def is_data_folder(folder: Path) -> bool:
    """Return whether a server has kept its data in the folder."""
    return (folder / _DATABASE).is_file()


def open_data_folder(folder: Path, *, hosts: Sequence[str] = LOOPBACK, https: bool = False) -> None:
    """Make the data folder ready (secret, database, tables) and start Django on it; once in a process.

    The secret is made at random for each folder. What is made here is readable by its owner only; a folder that was
    there keeps its permissions.
    Raises Fault when the folder cannot be written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / _DATABASE).touch(mode=0o600)  # SQLite gives its other files the same permissions
        secret = folder / "secret"
        if not secret.exists():
            with os.fdopen(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(48))
    except OSError as error:
        raise Fault(
            f"数据文件夹“{folder}”不能写：{system_words(error).zh}。请换一个文件夹（--data）或改它的权限。",
            f"The data folder “{folder}” cannot be written: {system_words(error).en}. "
            "Choose another with --data, or change its permissions.",
        ) from error
    os.environ["LANTU_DATA"] = str(folder.resolve())
    os.environ["LANTU_HOSTS"] = ",".join(dict.fromkeys((*hosts, *LOOPBACK)))
    os.environ["LANTU_HTTPS"] = "1" if https else ""
    os.environ["DJANGO_SETTINGS_MODULE"] = "lantu.web.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def take_in(package: Package, slug: str) -> None:
    """Register a plan package under the name it shall have in addresses."""
    from lantu.web.registry.services import register

    register(package, slug)


def serve_only(slugs: Collection[str]) -> list[str]:
    """Show these plans and no others; return the titles of those that the data folder keeps besides."""
    from lantu.web.registry import services

    return services.serve_only(slugs)


def has_users() -> bool:
    """Return whether anybody has an account."""
    from lantu.web.accounts.models import User

    return User.objects.exists()


def make_administrator(name: str = "admin", unit: str = "") -> str:
    """Make an administrator and return the password, which is kept hashed only."""
    return _make(name, unit, administrator=True)


def make_planner(name: str, unit: str) -> str:
    """Make a user who may enter values, review readings and deal with findings, and return the password."""
    from lantu.web.examinations.services import MAY_EXAMINE
    from lantu.web.registry.services import MAY_ENTER
    from lantu.web.reviews.services import MAY_REVIEW

    return _make(name, unit, may=(MAY_ENTER, MAY_REVIEW, MAY_EXAMINE))


def make_viewer(name: str, unit: str) -> str:
    """Make a user who may look at the desk and change nothing, and return the password."""
    return _make(name, unit)


def _make(name: str, unit: str, *, may: tuple[str, ...] = (), administrator: bool = False) -> str:
    from django.core.exceptions import ValidationError

    from lantu.web.accounts.models import User
    from lantu.web.accounts.services import make_user, random_password

    try:
        name = User._meta.get_field("username").clean(name, None)
    except ValidationError as error:
        raise Fault(
            f"用户名“{name}”不行：只用文字、数字和 @ . + - _，最多一百五十个。",
            f"“{name}” cannot be a name: use letters, digits and @ . + - _ only, at most 150.",
        ) from error
    if User.objects.filter(username=User.normalize_username(name)).exists():
        raise Fault(
            f"用户名“{name}”已有人用。请换一个，或用 lantu user password 给它新密码。",
            f"The name “{name}” is taken. Choose another, or give it a new password with `lantu user password`.",
        )
    password = random_password()
    make_user(name, password, unit=unit, may=may, administrator=administrator)
    return password


def renew_password(name: str) -> str:
    """Give a user a new password and return it; it is kept hashed only. Raises Fault when there is no such user."""
    from lantu.web.accounts.services import random_password

    user, password = _user(name), random_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    return password


def allow(name: str, is_active: bool) -> None:
    """Let a user in, or shut them out at once. Raises Fault when there is no such user."""
    user = _user(name)
    user.is_active = is_active
    user.save(update_fields=["is_active"])


def _user(name: str) -> User:
    from lantu.web.accounts.models import User

    user = User.objects.filter(username=User.normalize_username(name)).first()
    if user is None:
        raise Fault(
            f"没有用户“{name}”。请检查大小写，或用 lantu user add 新建。",
            f"There is no user “{name}”. Check upper and lower case, or add it with `lantu user add`.",
        )
    return user


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens there.

    Raises Fault when the port is taken or the address is not this machine's.
    """
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
        listener.listen(128)
    except (OSError, OverflowError) as error:
        raise Fault(
            f"不能在 {host}:{port} 上开启服务：端口可能已被占用。请换一个端口，例如 --port {_another(port)}。",
            f"Cannot serve on {host}:{port}: the port may be in use. Choose another: --port {_another(port)}.",
        ) from error
    listener.set_inheritable(True)
    return listener


def _another(port: int) -> int:
    return port + 1 if 0 < port < 65535 else 8001


def run(listener: socket.socket, when_ready: Callable[[], None], *, threads: int = 4) -> None:
    """Serve on the listener until Ctrl-C; when_ready is called once the first request can be answered."""
    from django.db import connections
    from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

    connections.close_all()  # a connection to SQLite must not be carried into the worker's process

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        def load_config(self) -> None:
            settings = {
                "bind": f"fd://{listener.fileno()}",
                "workers": 1,
                "worker_class": "gthread",
                "threads": threads,
                "timeout": 60,
                "graceful_timeout": 3,
                "loglevel": "error",
                "proc_name": "lantu",
                "when_ready": lambda _: when_ready(),
                "post_worker_init": lambda _: _warm(),
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from lantu.web.wsgi import application

            return application

    Server().run()


def _warm() -> None:
    """Monitor and check every plan once, so that the first visitor does not wait for it."""
    from lantu.web.evaluations.selectors import monitored
    from lantu.web.examinations.services import examine
    from lantu.web.registry.selectors import plans

    for plan in plans():
        try:
            monitored(plan)
            examine(plan)
        except Exception:  # one plan that cannot be shown must not keep the others from being served
            logging.getLogger(__name__).exception("%s cannot be monitored or checked", plan.slug)
