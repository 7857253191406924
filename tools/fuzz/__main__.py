"""Fuzz for so many seconds: `python -m tools.fuzz [--seconds 60] [--format docx] [--seed 1]`; one case again: `--case docx:17`.

Every case is made from its format and number alone, so that what failed can be tried again.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from random import Random

from tools.fuzz import mutations, seeds, trial


def text_case(random: Random) -> str:
    """Try a plain or marked text."""
    whole = random.choice(seeds.texts())
    mutated = mutations.of_text(whole, random.choice(seeds.texts()), random)
    data = mutated.encode(random.choice(("utf-8", "gb18030", "utf-16", "big5")), "replace")
    return trial.of_document(data if random.random() < 0.8 else mutations.of_bytes(data, random))


def page_case(random: Random) -> str:
    """Try a web page."""
    page = seeds.page(random.randrange(100))
    if random.random() < 0.3:
        return trial.of_document(mutations.of_bytes(page, random))
    return trial.of_document(mutations.of_markup(page.decode(), random.choice(seeds.texts()), random).encode())


def word_case(random: Random) -> str:
    """Try a Word file."""
    data = seeds.word(random.randrange(len(seeds.texts())))
    if random.random() < 0.3:
        return trial.of_document(mutations.of_bytes(data, random))
    return trial.of_document(mutations.of_archive(data, random.choice(seeds.texts()), random))


def printed_case(random: Random) -> str:
    """Try a PDF file."""
    return trial.of_document(mutations.of_bytes(random.choice(seeds.printed()), random, mutations.WORDS_OF_PDF))


def package_case(random: Random) -> str:
    """Try a data package of which one or two files are changed."""
    folder = random.choice(seeds.packages())
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in {".csv", ".json"}}
    for name in random.sample(sorted(files), random.randint(1, 2)):
        text = files[name].decode("utf-8")
        other = random.choice(seeds.texts())
        files[name] = (
            mutations.of_text(text, other, random).encode("utf-8", "replace")
            if random.random() < 0.7
            else mutations.of_bytes(files[name], random)
        )
    return trial.of_package(files)


CASES: dict[str, Callable[[Random], str]] = {
    "text": text_case,
    "html": page_case,
    "docx": word_case,
    "pdf": printed_case,
    "package": package_case,
}


def main() -> None:
    """Try cases until the time is over; the first twenty that fail are told, and fail the command."""
    options = argparse.ArgumentParser(prog="python -m tools.fuzz")
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--format", choices=list(CASES))
    options.add_argument("--seed", type=int, default=0, help="the number of the first case")
    options.add_argument("--case", help="one case again, as it was told: docx:17")
    given = options.parse_args()
    if given.case:
        name, number = given.case.split(":")
        wrong = CASES[name](Random(f"{name}:{number}"))  # noqa: S311 - repeatable on purpose
        raise SystemExit(f"{given.case}: {wrong}" if wrong else 0)
    names = [given.format] if given.format else list(CASES)
    count: Counter[str] = Counter()
    failed: list[str] = []
    end, number = time.monotonic() + given.seconds, given.seed
    slowest = (0.0, "")
    while time.monotonic() < end and len(failed) < 20:
        name = names[number % len(names)]
        started = time.monotonic()
        wrong = CASES[name](Random(f"{name}:{number}"))  # noqa: S311 - repeatable on purpose
        slowest = max(slowest, (time.monotonic() - started, f"{name}:{number}"))
        count[name] += 1
        if wrong:
            failed.append(f"{name}:{number}  {wrong}")
            print(failed[-1], flush=True)
        number += 1
    told = ", ".join(f"{name} {n}" for name, n in count.items())
    print(
        f"{sum(count.values())} cases ({told}), {len(failed)} failed; the slowest took {slowest[0]:.1f} s ({slowest[1]})"
    )
    if failed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
