# What a developer does here, each by one word. Python 3.11 or later, git and make are enough:
# the rest is installed into .venv, and again whenever pyproject.toml changes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: demo test lint bench pictures templates dist clean help

demo: $(READY)  ## render every sample into out/
	@$(BIN)/officegen render samples/*.yaml samples/*.toml samples/*.json -o out/ --force

# A file stays in one process: its module-wide fixtures (a LibreOffice run) are then made only once.
test: $(READY)  ## run all tests; what this machine lacks is skipped and named
	@$(BIN)/pytest -n auto --dist loadfile

lint: $(READY)  ## style, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy -p officegen -p tests
	@$(BIN)/mypy benchmarks/*.py docs/*.py

bench: $(READY)  ## measure the speed against plain docxtpl
	@$(BIN)/python benchmarks/run.py

pictures: $(READY)  ## make the pictures of the documentation again (needs LibreOffice)
	@$(BIN)/python docs/make_pictures.py

templates: $(READY)  ## build the default templates from the standard
	@$(BIN)/python -m officegen.packs.build

dist: $(READY)  ## build the wheel and the source archive into dist/
	@$(BIN)/python -m build --outdir dist

# build/ stays: it holds what .ci/run has downloaded.
clean:  ## remove all that is made here, .venv too
	@rm -rf out dist $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; \
	  do printf '  make %-10s %s\n' "$$name" "$$what"; done

# The stamp is written last, so that an interrupted installation is begun again.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "officegen needs Python 3.11 or later; name one with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; \
	  exit 1; }
	@echo "Installing officegen and its tools into $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
