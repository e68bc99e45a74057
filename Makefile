# `make test` and `make run` set up what they need: system packages, .venv, the locked packages.
PYTHON := .venv/bin/python
READY := .venv/ready
test bench soak: export QT_QPA_PLATFORM ?= offscreen
# What was compiled once is kept, as where KneeDesk is installed: or each start would compile it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup run test lint bench soak messages lock clean

setup: $(READY)

$(READY): requirements.txt pyproject.toml .ci/setup
	.ci/setup
	@touch $@

# Where there is no screen, the reference consultation is printed instead.
run: setup
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
	    .venv/bin/kneedesk; \
	else \
	    .venv/bin/kneedesk export resources/samples/reference.json --out build/reference; \
	fi

test: lint
	$(PYTHON) -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: setup
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: setup
	.ci/bench
	$(PYTHON) -m tests.benchmarks

# After a change of resources/translations: what is shipped is compiled.
messages: setup
	.venv/bin/pybabel compile -D kneedesk -d resources/translations

soak: setup
	.ci/verapdf
	$(PYTHON) -m pytest -m soak -o faulthandler_timeout=0

# UPGRADE=--upgrade takes the newest versions that pyproject.toml allows.
lock:
	.ci/lock

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
