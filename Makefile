# `make` alone lists what can be done. Every task creates .venv when it is missing.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
STATIC_FILES := $(shell find static timeline/static_bundle.py -type f 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help run dev load test test-editors fuzz kills screenshots check check-fixtures fix shell lock messages docs coverage clean

help:  ## list the tasks
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: build/installed build/static/staticfiles.json  ## serve the site on http://127.0.0.1:8000 with the record loaded
	@$(BIN)/python manage.py prepare
	@echo "Open http://$(HOST):$(PORT)/ (Ctrl+C stops)"
	@$(BIN)/gunicorn timeline.wsgi --bind $(HOST):$(PORT) --workers 2 --threads 4 --no-control-socket --log-level warning

dev: build/installed  ## serve with Django's debug pages, reloading on every change
	@DEBUG=1 $(BIN)/python manage.py prepare
	@DEBUG=1 $(BIN)/python manage.py runserver $(HOST):$(PORT)

load: build/installed  ## load the fixtures again; records that differ are brought to the fixtures' text
	@$(BIN)/python manage.py load_fixtures --existing update

test: build/installed-dev  ## run everything: both databases and a real browser
	@sh .ci/packages.sh
	@$(BIN)/python -m tests.run

test-editors: build/installed-dev  ## 50 editors at one event, 20 saves each, both databases (about an hour; see docs/editing.md)
	@sh .ci/packages.sh
	@$(BIN)/python -m tests.editors

fuzz: build/installed-dev  ## 30,000 spoiled files at the door of imports, both databases (about an hour)
	@sh .ci/packages.sh
	@$(BIN)/python -m tests.fuzz --files $(or $(FILES),30000) --seed $(or $(SEED),1)

kills: build/installed-dev  ## 200 kills each of import, upload and publication, both databases (about 20 minutes)
	@sh .ci/packages.sh
	@$(BIN)/python -m tests.kills --kills $(or $(KILLS),200)

screenshots: build/installed-dev  ## photograph every kind of page in every face; PAGES="timeline lesson" FACES=dark-390,contrast for some
	@sh .ci/packages.sh
	@$(BIN)/python -m tests.screenshots $(PAGES) --faces "$(FACES)"

check: build/installed-dev  ## look for faults without changing any file
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	$(BIN)/mypy
	$(BIN)/python manage.py check
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check_fixtures

check-fixtures: build/installed  ## check the fixtures without loading them
	@$(BIN)/python manage.py check_fixtures

fix: build/installed-dev  ## format and mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	-$(BIN)/djade --target-version 5.2 $$(git ls-files 'templates/*.html')

shell: build/installed  ## a Python shell with the models imported
	@$(BIN)/python manage.py shell_plus --quiet-load

lock: build/installed-dev  ## pin every requirement with its hashes
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 requirements.txt -o requirements.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 requirements-dev.txt -o requirements-dev.lock

messages: build/installed-dev  ## collect interface texts (needs gettext) and compile the catalogues
	$(BIN)/python manage.py makemessages -l vi -l ru --no-obsolete --no-wrap --extension html,py,txt --ignore .venv --ignore build --ignore "tests/*"
	$(BIN)/python -m tests.compile_messages

docs: build/installed-dev  ## draw the model picture, list the addresses, write the schema again (needs graphviz)
	$(BIN)/python manage.py record_schema > docs/record.schema.json
	$(BIN)/python manage.py graph_models events --dot --exclude-models "Historical*" --disable-abstract-fields --no-inheritance | grep -v '^  //' > docs/data-model.dot
	dot -Tsvg docs/data-model.dot -o docs/data-model.svg
	$(BIN)/python manage.py show_urls --format aligned --unsorted | grep -vE '^/admin/(auth|events)/' | sed 's/ *$$//' > docs/urls.txt

coverage: build/installed-dev  ## which lines the tests reach (SQLite)
	$(BIN)/coverage run -m pytest -q tests/unit tests/integration
	$(BIN)/coverage report

clean:  ## remove what can be made again (keeps the database)
	rm -rf build .venv .pytest_cache .ruff_cache .mypy_cache .hypothesis

.venv:
	$(PYTHON) -m venv .venv

build/installed: requirements.lock | .venv
	@mkdir -p build
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

build/installed-dev: requirements-dev.lock | .venv
	@mkdir -p build
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch build/installed $@

build/static/staticfiles.json: $(STATIC_FILES) build/installed
	$(BIN)/python manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@
