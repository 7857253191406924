"""What the system says reaches nobody in a language that the page does not speak."""

from __future__ import annotations

import errno
import os

import pytest

from lantu.plan.system_words import system_words


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_common_faults_have_words_of_our_own(number: int) -> None:
    words = system_words(OSError(number, os.strerror(number)))
    assert not words.zh.isascii()
    assert os.strerror(number) not in words.zh


def test_others_keep_the_system_s() -> None:
    assert system_words(OSError(errno.EMFILE, "Too many open files")).zh == "系统说“Too many open files”"
