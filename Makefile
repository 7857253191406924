# Everything a newcomer needs: Python >= 3.11, make and git.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup setup-nation demo test test-slow test-all lint bench fuzz truth accuracy docs lock clean

help:  ## Say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

setup: .venv/.ready  ## Make .venv with lantu and the development tools

.venv/.ready: pyproject.toml requirements.lock
	@PYTHON="$(PYTHON)" sh tools/setup.sh
	@touch $@

setup-nation: setup .venv/.nation  ## Add what `make bench` compares with, and Spark (some 900 MB more)

.venv/.nation: requirements-nation.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-nation.lock
	@touch $@

demo: setup  ## Read the example plan and open it on http://127.0.0.1:8000
	@$(BIN)/lantu demo

lint: setup  ## Style, types, floors, dependencies
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

test: setup lint  ## Every test, the browser's included (under 10 minutes)
	@sh tools/browser.sh
	$(BIN)/pytest -m "not slow" -n 3 --dist loadfile

test-slow: setup-nation  ## The slow tests alone: the warehouse on a real Spark cluster (Java 17 must be there)
	$(BIN)/pytest -m slow

test-all: setup-nation lint  ## Slow tests too
	@sh tools/browser.sh
	$(BIN)/pytest

bench: setup-nation  ## Measure reading, checking, monitoring and the server
	$(BIN)/python -m tools.bench

SECONDS ?= 60
fuzz: setup  ## Feed mutated documents to the reader for SECONDS=60: none may crash, hang or look elsewhere
	$(BIN)/python -m tools.fuzz --seconds $(SECONDS)

truth: setup  ## Hold what is computed against published truth; fails where one comparison is off
	$(BIN)/python -m tools.truth

accuracy: setup  ## Score reading, checking and verdicts on the real documents beside the checkout
	$(BIN)/python -m tools.accuracy

docs: setup  ## Make the generated pages of docs/ anew
	$(BIN)/python -m tools.docs

lock: setup  ## Pin the versions that are installed now
	$(BIN)/python -m tools.lock

clean:  ## Remove what was made
	rm -rf .venv .demo build dist .mypy_cache .ruff_cache
