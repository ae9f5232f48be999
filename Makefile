# Everything runs in .venv, which the first call makes with the first Python of at least 3.11 that it finds.
# PYTHON=/path/to/python3.12 names another, ARTICLE=file another article for the demo.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
PYTHON ?= $(shell for one in python3.12 python3.11 python3.13 python3 python3.14 python; do \
	"$$one" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v "$$one"; break; }; done)
ARTICLE ?= examples/brexit-march-2019-03.txt
GIVEN ?= $(if $(filter examples/brexit-march-2019-03.txt,$(ARTICLE)),--date 2019-03-28 --outlet Wikinews)

# A checkout that has moved, or whose Python is gone, needs its environment made anew.
$(shell [ -x $(PY) ] && [ "$$(cat $(VENV)/made 2>/dev/null)" = "$(CURDIR)" ] || rm -f $(VENV)/made)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test check format-check lint types layers floors bench format clean

help: ## what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

demo: $(VENV)/demo ## install, read an article of examples/ and write its page
	@mkdir -p build
	$(VENV)/bin/dragoman read "$(ARTICLE)" $(GIVEN)
	@$(VENV)/bin/dragoman read "$(ARTICLE)" $(GIVEN) --json > build/demo.json
	@$(VENV)/bin/dragoman read "$(ARTICLE)" $(GIVEN) --html build/demo.html
	@echo
	@echo "As a page:  $(CURDIR)/build/demo.html"
	@echo "As JSON:    $(CURDIR)/build/demo.json"
	@echo "Another:    $(VENV)/bin/dragoman read FILE-OR-URL"

check: format-check lint types layers test floors ## all of the checks below, and the tests

format-check: $(VENV)/dev ## is everything formatted
	$(PY) -m ruff format --check .

lint: $(VENV)/dev ## ruff
	$(PY) -m ruff check .

types: $(VENV)/dev ## mypy --strict
	$(PY) -m mypy --strict -p dragoman -p evaluation -p benchmarks

layers: $(VENV)/dev ## do imports keep to the layers
	$(VENV)/bin/lint-imports

test: $(VENV)/dev ## pytest
	$(PY) -m pytest

floors: $(VENV)/dev ## do the measured figures reach their floors
	$(PY) -m evaluation --floors

bench: $(VENV)/demo ## speed and memory of reading
	$(PY) -m benchmarks.read

format: $(VENV)/dev ## format, and mend what ruff can mend
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

clean: ## remove the environment and everything built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Dragoman needs Python 3.11 or newer with its venv module (on Debian: apt-get install python3-venv);" \
		"none was found. PYTHON=/path/to/python names one." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11; PYTHON=/path/to/python names another." >&2; exit 1; }
	@echo "making $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv --clear $(VENV)
	@printf '%s\n' "$(CURDIR)" > $@

$(VENV)/demo: $(VENV)/made pyproject.toml
	@echo "installing Dragoman (once; a minute or two)"
	@$(PIP) --editable .
	@touch $@

$(VENV)/dev: $(VENV)/made pyproject.toml
	@echo "installing what the checks need (once; a few minutes)"
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/demo
