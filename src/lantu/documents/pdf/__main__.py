"""Read the PDF on standard input within bounds and print its blocks as JSON; what `apart` starts."""

from __future__ import annotations

import json
import sys

from lantu.documents.content import Content

MEMORY = 2 << 30  # bytes; a thousand pages take some three hundred million
CPU = 300  # seconds


def main() -> None:
    """Print {"title", "blocks"} or {"fault": [zh, en]}."""
    _bound()
    from lantu.documents.pdf.opening import body_of
    from lantu.documents.pdf.wire import body_to
    from lantu.plan.fault import Fault

    content = Content(sys.argv[1], sys.stdin.buffer.read())
    try:
        answer = body_to(body_of(content))
    except Fault as fault:
        answer = {"fault": [fault.message.zh, fault.message.en]}
    sys.stdout.write(json.dumps(answer))  # in ASCII, whatever the terminal speaks


def _bound() -> None:
    try:
        import resource
    except ImportError:  # not on every system; the time limit of the one who asks holds everywhere
        return
    for kind, bound in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, CPU), (resource.RLIMIT_CORE, 0)):
        _, most = resource.getrlimit(kind)
        resource.setrlimit(kind, (bound if most == resource.RLIM_INFINITY else min(bound, most), most))


if __name__ == "__main__":
    main()
