"""A zip file that came from outside: its parts are inflated within bounds or not at all."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from lantu.documents.content import Content
from lantu.plan.fault import Fault

LARGEST_PART = 64_000_000  # bytes inflated; the text of a plan of a thousand pages takes some 10 MB
LARGEST_RATIO = 500  # of inflated to packed size, beyond SMALL_PART; repetitive tables reach about 100
SMALL_PART = 8_000_000
MOST_PARTS = 20_000
_CHUNK = 1 << 20
# What zipfile raises on files that are damaged on purpose or by accident.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, LookupError)


class Archive:
    """The parts of a zip file, by name."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._parts: dict[str, zipfile.ZipInfo] = {}
        if content.data.count(b"PK\x01\x02") > MOST_PARTS:
            raise self.bomb()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content.data))
            self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except _DAMAGE as error:
            raise self.damaged() from error

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the file's order."""
        return tuple(self._parts)

    def part(self, name: str) -> bytes:
        """Return a part, inflated.

        Raises Fault where it is missing, damaged, encrypted or inflates beyond the bounds.
        """
        info = self._parts.get(name)
        if info is None:
            raise self.damaged(name)
        self._check(info.file_size, info)
        if info.flag_bits & 1:
            raise Fault(
                f"“{self.content.name}”有密码保护。请在 Word 或 WPS 里取消密码后另存。",
                f"“{self.content.name}” is protected by a password. Remove the password and save it again.",
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.damaged(name)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    self._check(size, info)  # the declared size may lie
                    chunks.append(chunk)
        except _DAMAGE as error:
            raise self.damaged(name) from error
        return b"".join(chunks)

    def _check(self, size: int, info: zipfile.ZipInfo) -> None:
        packed = max(1, min(info.compress_size, len(self.content.data)))
        if size > LARGEST_PART or (size > SMALL_PART and size > LARGEST_RATIO * packed):
            raise self.bomb()

    def bomb(self) -> Fault:
        """Return the fault of a file that would grow out of bounds."""
        return Fault(
            f"“{self.content.name}”解压后大得不合常理，为安全起见没有打开。请确认来源，用 Word、WPS 重新另存。",
            f"“{self.content.name}” would inflate beyond all reason and was not opened. "
            "Check where it comes from and save it again as .docx.",
        )

    def damaged(self, part: str = "") -> Fault:
        """Return the fault of a file that is cut off or broken."""
        zh, en = (f"（{part}）", f" ({part})") if part else ("", "")
        return Fault(
            f"“{self.content.name}”已损坏或不完整{zh}。请重新下载，或用 Word、WPS 打开修复后另存为 .docx。",
            f"“{self.content.name}” is damaged or incomplete{en}. "
            "Download it again, or repair it in Word and save it as .docx.",
        )
