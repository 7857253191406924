"""The demo says who may do what."""

from __future__ import annotations

from lantu.cli.demo_command import _welcome


def test_the_welcome_names_three_users_and_who_may_adopt() -> None:
    told = _welcome("http://127.0.0.1:8000/", ["qinghe"], "p-1", "v-2", "a-3")
    assert "用户名 admin　密码 a-3　还可以采纳、管理用户" in told.zh
    assert "name admin, password a-3: may also adopt, and manage users" in told.en
    assert told.zh.count("用户名") == told.en.count("name ") == 3
