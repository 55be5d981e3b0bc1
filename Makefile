# Tasks of this repository; `make` alone lists them.
# Python 3.11 with its venv module and make are enough to begin: tools/setup brings the rest into .venv.
.POSIX:
.NOTPARALLEL:
.PHONY: help site serve test quick deep check pesan rujukan bench lock clean

PYTHON ?= python3
BIN = .venv/bin
# Each worker may hold a site build and a Chromium, so a big machine does not start one per core.
WORKERS = --numprocesses=auto --maxprocesses=8
# Rewriting the asserts of all tests takes seven seconds in each worker, so what comes of it is kept.
PYTEST = PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest

help: ## list the tasks
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

site: ## build this repository's own site into site/
	@PYTHON='$(PYTHON)' sh tools/setup base
	$(BIN)/spbe build

serve: ## show the site on this machine and rebuild it at each change
	@PYTHON='$(PYTHON)' sh tools/setup base
	$(BIN)/spbe serve

# A file stays with one worker, for its tests share builds of whole sites. Not loadgroup: with pytest 9.2 xdist 3.8
# silently ignores its groups. Slow files start first (tests/conftest.py), hence no order by number of tests.
test: ## run every test; ARGS="-k word" for some, ARGS="-m 'not browser'" without Chromium
	@PYTHON='$(PYTHON)' sh tools/setup test
	@sh tools/setup-chromium
	$(PYTEST) $(WORKERS) --dist=loadfile --no-loadscope-reorder $(ARGS)

# The rooms below pages and engines, without what takes seconds: what to run after most edits.
QUICK = tests/i18n tests/model tests/problems tests/sources tests/yamlio tests/standards tests/region tests/scoring \
  tests/wording tests/checks tests/changes tests/catalogue tests/docs
quick: ## the rooms below pages and engines, in about a minute; ARGS as above
	@PYTHON='$(PYTHON)' sh tools/setup test
	$(PYTEST) $(WORKERS) --dist=loadfile --quick $(QUICK) $(ARGS)

# Hundreds of kills, thousands of damages and edits, long properties. A failure there becomes a test of the suite.
deep: ## the campaigns, for an hour: what each did stands in the summary
	@PYTHON='$(PYTHON)' sh tools/setup test
	@sh tools/setup-chromium
	$(PYTEST) $(WORKERS) --dist=load --deep $(ARGS)

# All four, so that one run tells everything that is wrong.
check: ## format, lint, types, order of imports
	@PYTHON='$(PYTHON)' sh tools/setup check
	@status=0; for command in 'ruff format --check .' 'ruff check .' mypy lint-imports; do \
	  echo "$(BIN)/$$command"; $(BIN)/$$command || status=1; \
	done; exit $$status

pesan: ## bring generator/spbe/i18n/en.po in step with the source
	@PYTHON='$(PYTHON)' sh tools/setup base
	$(BIN)/python tools/pesan

rujukan: ## write docs/rujukan/ from the program
	@PYTHON='$(PYTHON)' sh tools/setup base
	$(BIN)/python -m tools.rujukan

bench: ## measure with a synthetic region
	@test -f benchmarks/__main__.py || { echo 'benchmarks/__main__.py: belum ada / not there yet' >&2; exit 1; }
	@PYTHON='$(PYTHON)' sh tools/setup base
	$(BIN)/python -m benchmarks $(ARGS)

lock: ## pin the newest allowed versions in constraints.txt
	PYTHON='$(PYTHON)' sh tools/lock

clean: ## remove everything that git ignores and a task made
	rm -rf .venv site site-* .site.* .site-* test-output dist build htmlcov .coverage
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
