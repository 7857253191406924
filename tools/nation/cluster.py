"""A Spark cluster of this machine while it is needed: a master and two workers that only the loopback reaches."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"
MEMORY = "512m"
_PATIENCE = 90.0


@dataclass(frozen=True)
class Cluster:
    """A running cluster: its address, the environment of a driver that uses it, and the sessions of its processes."""

    master: str
    environment: dict[str, str]
    sessions: tuple[int, ...]


@contextmanager
def cluster(workers: int = 2) -> Iterator[Cluster]:
    """Start a standalone master and workers from the pyspark wheel; all of them end with the block."""
    import pyspark

    home = Path(pyspark.__file__).parent
    started: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
        free.close()
        environment = {
            **os.environ,
            "SPARK_HOME": str(home),
            "SPARK_LOCAL_IP": LOOPBACK,
            "SPARK_LOCAL_DIRS": folder,
            "SPARK_WORKER_DIR": folder,
            "SPARK_DAEMON_MEMORY": MEMORY,
            "SPARK_DAEMON_JAVA_OPTS": "-Dspark.master.rest.enabled=false -Dspark.ui.enabled=false",
            "PYSPARK_SUBMIT_ARGS": f"--driver-memory {MEMORY} --conf spark.executor.memory={MEMORY} "
            f"--conf spark.driver.bindAddress={LOOPBACK} --conf spark.driver.host={LOOPBACK} pyspark-shell",
        }

        def start(name: str, *arguments: str) -> None:
            with (Path(folder) / f"{len(started)}.log").open("wb") as log:
                started.append(
                    subprocess.Popen(
                        [home / "bin/spark-class", f"org.apache.spark.deploy.{name}", "--host", LOOPBACK,
                         "--webui-port", "0", *arguments],
                        env=environment, stdout=log, stderr=log, start_new_session=True,
                    )
                )  # fmt: skip

        def wait_for(count: int, words: str) -> None:
            until = time.monotonic() + _PATIENCE
            while sum(words in path.read_text("utf-8", "replace") for path in Path(folder).glob("*.log")) < count:
                if time.monotonic() > until or any(process.poll() is not None for process in started):
                    said = "\n".join(path.read_text("utf-8", "replace")[-2000:] for path in Path(folder).glob("*.log"))
                    raise RuntimeError(f"the Spark cluster did not come up:\n{said}")
                time.sleep(0.2)

        try:
            start("master.Master", "--port", str(port))
            wait_for(1, "I have been elected leader")
            master = f"spark://{LOOPBACK}:{port}"
            for _ in range(workers):
                start("worker.Worker", "--cores", "1", "--memory", MEMORY, master)
            wait_for(workers, "Successfully registered with master")
            yield Cluster(master, environment, tuple(process.pid for process in started))
        finally:
            for process in reversed(started):
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGTERM)
            for process in started:
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
