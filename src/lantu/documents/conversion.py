"""Files that LibreOffice turns into .docx, in a folder and with a profile made for the one file, in bounded time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from lantu.documents.content import Content
from lantu.plan.fault import Fault

SECONDS = 120.0
LARGEST_RESULT = 200_000_000  # bytes
_PROGRAMS = ("soffice", "libreoffice")
# No macro runs, no link is followed, neither to the net nor to another file of this machine.
_SETTINGS = "".join(
    f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
    "</prop></item>"
    for path, name, value in (
        ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        ("Common/Security/Scripting", "DisableActiveContent", "true"),
        ("Writer/Content/Update", "Link", "0"),
        ("Common/Save/Document", "CreateBackup", "false"),
    )
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{_SETTINGS}</oor:items>'
)


def converter() -> str | None:
    """Return the path of LibreOffice's program, or None where it is not installed."""
    return next((path for program in _PROGRAMS if (path := shutil.which(program))), None)


def as_docx(content: Content, kind: tuple[str, str], suffix: str, seconds: float = SECONDS) -> bytes:
    """Return a file as LibreOffice writes it anew as .docx.

    kind: what the file is called in Chinese and English; suffix: of its name, with the dot, by which LibreOffice
    knows how to read it.

    Raises Fault where LibreOffice is not installed, cannot open the file, or takes longer than `seconds`.
    """
    program = converter()
    if program is None:
        raise Fault(
            f"“{content.name}”是{kind[0]}，要靠 LibreOffice 才能读，而本机没有装。"
            "请用 Word、WPS 打开后另存为 .docx，或请管理员安装 LibreOffice。",
            f"“{content.name}” is {kind[1]}, which is read through LibreOffice, and that is not installed here. "
            "Save it as .docx in Word or WPS, or have LibreOffice installed.",
        )
    with tempfile.TemporaryDirectory(prefix="lantu-") as name:
        folder = Path(name)
        (folder / "profile/user").mkdir(parents=True)
        (folder / "profile/user/registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        source = folder / f"plan{suffix}"
        source.write_bytes(content.data)
        result = folder / "out/plan.docx"
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nologo",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(result.parent), str(source),
        ]  # fmt: skip
        in_time = _run(command, folder, seconds)
        if in_time and result.is_file() and 0 < result.stat().st_size <= LARGEST_RESULT:
            return result.read_bytes()
    zh, en = ("没能打开它，文件可能已损坏", "could not open it; it may be damaged")
    if not in_time:
        zh, en = f"用了 {seconds:g} 秒还没有打开它", f"could not open it within {seconds:g} seconds"
    raise Fault(
        f"“{content.name}”是{kind[0]}，LibreOffice {zh}。请用 Word、WPS 打开后另存为 .docx。",
        f"“{content.name}” is {kind[1]}, and LibreOffice {en}. Open it in Word or WPS and save it as .docx.",
    )


def _run(command: list[str], folder: Path, seconds: float) -> bool:
    """Run a program in a group of its own and return whether it ended in time; what it started ends with it."""
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(  # noqa: S603 - LibreOffice, from the machine's own path
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()
