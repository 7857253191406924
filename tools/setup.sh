#!/bin/sh
# Make .venv with the exact versions of requirements.lock, and lantu itself, editable.
set -eu
PYTHON="${PYTHON:-python3}"
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "lantu needs Python 3.11 or newer; found $("$PYTHON" --version 2>&1). Name another: make PYTHON=python3.12 …" >&2
  exit 2
}
[ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
