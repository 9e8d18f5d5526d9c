PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPUS ?= corpus
OUT ?= outputs
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help extract compare report test check gold gold-raise bench bench-peers test-spark lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(VENV)/.ok: requirements.lock pyproject.toml
	$(PY) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade pip
	$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

extract: $(VENV)/.ok ## set up, read corpus/ into outputs/, compare minority_share
	$(BIN)/casekit extract $(CORPUS) -o $(OUT)
	$(BIN)/casekit compare --metric minority_share --from $(OUT)

compare: $(VENV)/.ok ## compare one metric: make compare METRIC=population
	$(BIN)/casekit compare --metric $(or $(METRIC),minority_share) --from $(OUT)

report: $(VENV)/.ok ## the tables as one page: outputs/report.html
	$(BIN)/casekit report --from $(OUT)

test: $(VENV)/.ok ## all tests, as many files side by side as JOBS says
	$(BIN)/pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

check: $(VENV)/.ok ## format, lint, types, layers, rules
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/casekit rules check
	$(BIN)/casekit rules test

gold: $(VENV)/.ok ## score the annotated sets; exit 1 below a floor of tests/gold/floors.yaml
	@set -e; out=$$(mktemp -d); \
	echo corpus; $(BIN)/casekit extract --quiet corpus -o $$out/corpus; \
	$(BIN)/casekit eval tests/gold/corpus --from $$out/corpus --floors tests/gold/floors.yaml $(FLOORS); \
	echo tests/reports; $(BIN)/casekit extract --quiet tests/reports -o $$out/reports; \
	$(BIN)/casekit eval tests/gold/reports --from $$out/reports --split tests/gold/split.yaml --floors tests/gold/floors.yaml $(FLOORS); \
	echo tests/written; $(BIN)/casekit extract --quiet tests/written -o $$out/written; \
	$(BIN)/casekit eval tests/gold/written --from $$out/written --split tests/gold/split.yaml --floors tests/gold/floors.yaml $(FLOORS); \
	rm -rf $$out

gold-raise: ## the same, and move the floors up to what was reached
	$(MAKE) gold FLOORS=--raise-floors

bench: $(VENV)/.ok ## speed and memory beside other tools, into tests/bench/RESULTS.md
	$(BIN)/python -m tests.bench.run $(BENCH)

bench-peers: ## the tools to be measured beside, in a venv of their own
	$(PY) -m venv .venv-bench
	.venv-bench/bin/python -m pip install -q "setuptools<81" jionlp recognizers-text-suite "emoji<2"

# Spark is added to what the main environment holds, which itself stays without it.
.venv-spark/.ok: $(VENV)/.ok
	$(PY) -m venv .venv-spark
	printf 'import site; site.addsitedir("%s")\n' "$(CURDIR)"/$(VENV)/lib/python3*/site-packages \
	  > $$(echo .venv-spark/lib/python3*/site-packages)/main.pth
	.venv-spark/bin/python -m pip install -q "pyspark>=4.0"
	touch $@

test-spark: ## the tests of the Spark engine, in a venv of their own; skipped where there is no Java
	@if command -v java >/dev/null; then $(MAKE) .venv-spark/.ok && .venv-spark/bin/python -m pytest -m spark tests/engines; \
	else echo "test-spark: skipped, there is no java here"; fi

lock: ## renew requirements.lock (needs uv)
	uv pip compile pyproject.toml --group dev --extra html --extra office --extra zh-hant --extra fast \
	  --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header -o requirements.lock

clean: ## remove what was made
	rm -rf $(OUT)/*.parquet $(OUT)/*.json .mypy_cache .ruff_cache .pytest_cache dist build
