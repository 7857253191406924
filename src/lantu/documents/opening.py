"""Open a file as a document: its content decides the format, never its name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lantu.documents.content import Content, printable
from lantu.documents.formats import formats
from lantu.documents.language import language_of
from lantu.documents.refusal import refusal
from lantu.plan.document import Document
from lantu.plan.fault import Fault

LARGEST_FILE = 50_000_000  # bytes
# What plain text claims of anything: no better than what a known other kind of file looks like.
HARDLY_LIKELY = 0.1


def open_document(path: Path) -> Document:
    """Read a file into a document.

    Raises Fault when the file cannot be read as a document of any known format.
    """
    return document_of(content_of(path))


def content_of(path: Path) -> Content:
    """Return the bytes of a file with the name that messages call it by.

    Raises Fault when it is missing, no regular file, may not be read, or is too large.
    """
    return Content(_sayable(path.name), _bytes(path))


def document_of(content: Content) -> Document:
    """Read bytes into a document, by the format they look most like.

    Raises Fault when they look like none, or hold no words.
    """
    name = content.name
    if not content.data.strip():
        raise Fault(
            f"“{name}”是空文件。请换一个有内容的文件。",
            f"“{name}” is empty. Choose a file with content.",
        )
    likeness, form = max(((form.likeness(content), form) for form in formats()), key=lambda pair: pair[0])
    if likeness <= HARDLY_LIKELY and (refused := refusal(content)):
        raise refused
    if likeness <= 0:
        raise Fault(
            f"“{name}”不是文字文件，或编码无法识别。请用 Word、WPS 另存为 .docx，或另存为 UTF-8 文本。",
            f"“{name}” is not a text, or its encoding cannot be told. Save it as .docx or as UTF-8 text.",
        )
    body = form.read(content)
    if not body.blocks:
        raise Fault(
            f"“{name}”里没有文字，只有空白。请换一个有内容的文件。",
            f"“{name}” holds only blanks. Choose a file with content.",
        )
    text = "\n".join(block.text for block in body.blocks[:2000])
    sha256 = hashlib.sha256(content.data).hexdigest()
    return Document(name, sha256, body.blocks, body.title, language_of(text), form.NAME, body.unread)


def _bytes(path: Path) -> bytes:
    """Return the bytes of a regular file that is not too large."""
    place, name = _sayable(str(path)), _sayable(path.name)
    try:
        if path.is_dir():
            raise Fault(
                f"“{place}”是文件夹，不是文件，也不是规划数据包（里面没有 datapackage.json）。请指定一个文件。",
                f"“{place}” is a folder, neither a file nor a plan package (no datapackage.json in it). Name a file.",
            )
        if path.exists() and not path.is_file():
            raise Fault(
                f"“{place}”不是普通文件。请指定一个 PDF、Word、网页或文本文件。",
                f"“{place}” is not a regular file. Name a PDF, Word, HTML or text file.",
            )
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise Fault(
            f"找不到文件“{place}”。请检查路径和文件名。",
            f"There is no file “{place}”. Check the path and the name.",
        ) from None
    except PermissionError:
        raise Fault(
            f"没有读取“{place}”的权限。请检查文件权限。",
            f"No permission to read “{place}”. Check the permissions of the file.",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Fault(
            f"无法读取“{place}”：{reason}。请检查路径和磁盘。",
            f"Cannot read “{place}”: {reason}. Check the path and the disk.",
        ) from error
    if len(data) > LARGEST_FILE:
        limit = LARGEST_FILE // 1_000_000
        raise Fault(
            f"“{name}”超过 {limit} MB。请去掉图片和附件，或拆成几个文件。",
            f"“{name}” is larger than {limit} MB. Take out pictures and annexes, or split the file.",
        )
    return data


def _sayable(name: str) -> str:
    """A file's name as a message can print it: on one line, and in characters that can be written."""
    return printable(name.encode("utf-8", "replace").decode("utf-8"))
