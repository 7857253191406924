"""What the operating system says of a file, in the words of people."""

from __future__ import annotations

import errno

from lantu.plan.message import Message

_WORDS = {
    errno.ENOENT: Message("文件夹不存在", "there is no such folder"),
    errno.EACCES: Message("没有权限", "permission denied"),
    errno.EPERM: Message("没有权限", "not permitted"),
    errno.EROFS: Message("那里只能读", "it can only be read"),
    errno.ENOSPC: Message("磁盘满了", "the disk is full"),
    errno.EISDIR: Message("是文件夹，不是文件", "it is a folder, not a file"),
    errno.ENOTDIR: Message("路径中有一段是文件，不是文件夹", "a part of the path is a file, not a folder"),
    errno.EEXIST: Message("已有同名的文件", "there is a file of that name"),
    errno.ENAMETOOLONG: Message("名称太长", "the name is too long"),
    errno.EBUSY: Message("正被别的程序占用", "another program holds it"),
    errno.EIO: Message("磁盘读写出错", "the disk failed"),
}


def system_words(error: OSError) -> Message:
    """Return why a file could not be read or written; what we have no words for keeps the system's."""
    own = error.strerror or str(error)
    return _WORDS.get(error.errno or 0, Message(f"系统说“{own}”", own))
