"""What is wrong with the arguments, in one line of either language."""

from __future__ import annotations

import click

from lantu.plan.message import Language


def usage_words(error: click.ClickException, language: Language) -> str:
    """Return one line that says which argument is wrong and where to look it up."""
    said = error.format_message() if language == "en" else _in_chinese(error)
    said = " ".join(said.split()).rstrip(".。？?")
    context = getattr(error, "ctx", None)
    if not isinstance(context, click.Context):
        return said
    path = context.command_path
    return {"zh": f"{said}。用法见 {path} --help。", "en": f"{said}. See {path} --help."}[language]


def _in_chinese(error: click.ClickException) -> str:
    parameter = getattr(error, "param", None)
    name = parameter.human_readable_name if parameter is not None else ""
    match error:
        case click.MissingParameter():
            return f"缺少参数 {name}"
        case click.NoSuchOption():
            near = f"，是不是 {error.possibilities[0]}" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项{near}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 的用法不对"
        case click.BadParameter() if parameter is not None and isinstance(parameter.type, click.Choice):
            return f"{name} 只能是：{'、'.join(map(str, parameter.type.choices))}"
        case click.BadParameter():
            return f"{name} 的值不对：{error.message}"
        case _ if "No such command" in error.message:
            return f"没有这个命令：{error.message.split(chr(39))[1]}" if "'" in error.message else "没有这个命令"
        case _:
            return error.format_message()
