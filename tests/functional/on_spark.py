"""One run on Spark, as a process of its own: `python -m tests.functional.on_spark FOLDER DATE MASTER`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from lantu.warehouse.spark import run_on_spark
from lantu.warehouse.store import Store

if __name__ == "__main__":
    run_on_spark(Store.open(Path(sys.argv[1])), date.fromisoformat(sys.argv[2]), sys.argv[3])
