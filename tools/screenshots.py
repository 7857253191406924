"""Take the pictures of README.md from a real run of the demo: python -m tools.screenshots."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.bench.server import server
from tools.bench.subjects.commands import NATIONAL, OWN_PLAN

PICTURES = Path("docs/images")
# name, address behind the server's, width, height
SHOTS = (
    ("overview-en", "/en/plans/national-14fyp/?on=2023-12-31", 1280, 1160),
    ("overview-zh", "/plans/national-14fyp/?on=2023-12-31", 1280, 1160),
    ("indicator-en", "/en/plans/national-14fyp/indicators/childcare_places/?on=2024-12-31", 1280, 1000),
    ("document-zh", "/plans/plan/document/#b143", 1280, 900),
)


def main() -> None:
    """Serve the examples on a free port and take each picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.docx"
        shutil.copy(OWN_PLAN, plan)
        with server([NATIONAL, plan]) as (address, _), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name, path, width, height in SHOTS:
                page = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
                )
                page.goto(address + path)
                page.screenshot(path=str(PICTURES / f"{name}.png"))
                print(f"docs/images/{name}.png")
            browser.close()


if __name__ == "__main__":
    main()
