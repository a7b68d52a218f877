# Everything a user or a developer types. `make` alone lists the targets.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
SUPERSET := .venv-superset
BIN := $(VENV)/bin
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help

.PHONY: help setup run demo test test-bi superset docs lint format bench serve lock system-ci clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(VENV)/.run: requirements.lock requirements.in pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "error: $(PYTHON): Python 3.11 to 3.13 is needed; name one: make PYTHON=python3.11 …" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

setup: $(VENV)/.dev ## make .venv with everything, for developing

run: $(VENV)/.run ## the main job: read, build, check and publish the reports
	@$(BIN)/zhibiao run

demo: $(VENV)/.run ## an invented city with ten years of reports, and its site
	@$(BIN)/python -m demo

test: $(VENV)/.dev ## all tests; those of BI servers only where `make test-bi` has run once
	@$(BIN)/python -m pytest -n 2 --dist loadfile

$(SUPERSET)/.installed: bi/superset/requirements.txt
	@test -x $(SUPERSET)/bin/python || $(PYTHON) -m venv $(SUPERSET)
	@echo "Installing Superset into $(SUPERSET); this takes a minute or two"
	@$(SUPERSET)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r bi/superset/requirements.txt
	@touch $@

test-bi: $(VENV)/.dev $(SUPERSET)/.installed ## the slow tests of BI: Superset, JDBC, ODBC
	@$(BIN)/python -m pytest tests/bi

superset: $(VENV)/.run $(SUPERSET)/.installed ## the dashboards in Superset, on this machine alone, port 8088
	@$(BIN)/python -m bi.superset.serve $(if $(PORT),--port $(PORT))

lint: $(VENV)/.dev ## ruff, mypy, sqlfluff, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint dbt_project tests/dbt --processes 2 --disable-progress-bar
	$(BIN)/lint-imports

format: $(VENV)/.dev ## bring Python and SQL into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/sqlfluff fix dbt_project tests/dbt --processes 2 --disable-progress-bar

bench: $(VENV)/.dev ## timings side by side, as ratios
	@$(BIN)/python -m tests.bench

docs: $(VENV)/.run ## dbt's page on the warehouse: models, columns, lineage, who reads what
	@$(BIN)/python -m bi.documentation

serve: $(VENV)/.run ## the Dagster web page, with schedule and sensor
	@$(BIN)/zhibiao serve

lock: ## pin requirements*.in anew into the locks
	@test -x $(VENV)/lock/bin/uv || ($(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv)
	$(VENV)/lock/bin/uv pip compile --quiet --python-version 3.11 --universal --generate-hashes --no-header --no-annotate --no-strip-extras --no-emit-index-url requirements.in -o requirements.lock
	$(VENV)/lock/bin/uv pip compile --quiet --python-version 3.11 --universal --generate-hashes --no-header --no-annotate --no-strip-extras --no-emit-index-url requirements-dev.in -o requirements-dev.lock
	$(VENV)/lock/bin/uv pip compile --quiet --python-version 3.11 --universal --generate-hashes --no-header --no-annotate --no-strip-extras --no-emit-index-url bi/superset/requirements.in -o bi/superset/requirements.txt

system-ci: ## what CI needs of the system (apt, as root)
	apt-get update -qq
	xargs -a .ci/apt-packages.txt apt-get install -qq -y --no-install-recommends

clean: ## remove what running and testing made (not var/)
	rm -rf dbt_project/target dbt_project/logs .import_linter_cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
