# make demo   advice on a real initiative, on screen and in build/
# make check  the quick proof, in two minutes: no browser, no office, no packaging, no kills; properties draw fewer cases
# make test   every check that a change must pass
# make coverage  how much of the source the tests of make check run through; make lowest: the same, on the oldest libraries
#             that pyproject.toml allows
# make menus  read the menus once and keep them as data, as an install does: after editing them every start reads YAML
# make decided  pin what the menus say on what was decided, after a decision to change it
# make bench  how fast it is, as ratios measured in one run, in docs/snelheid.md; a quarter of an hour, so that it is best
#             left alone. QUICK=1 takes minutes and leaves the page as it is; ONLY=advise measures one row
# make bench-more  what each format of a report and each key of a conversation costs, and wrong files, matching and costs
#             beside what they stand on; make bench-large: a whole country on a cluster, in some twenty minutes;
#             make bench-ways: what each way to get the program weighs, and how long until it asks something
# make fuzz  inputs that nobody would make on purpose, in minutes; SEED=2 INPUTS=200000 tries others, and more
# make same OLD=commit  whether it still writes and says the same, byte for byte
# make validity  how often the advice fits what real initiatives chose, in docs/geldigheid.md
# make columns  what the columns of tables mean, in docs/woordenboek.md
# make site  docs/ and the menus as a site of pages in build/site/, with what make browser and make frozen built before
# make man  the pages for man, in build/man; a wheel has them
# make likeness  how much the reports of like initiatives say the same, pair by pair
# make readability  how long the sentences of the menus are, per file, and words that they use no more
# make screens  the pictures in docs/gesprek.md anew, from the real terminal, with the table of keys and the minutes
# make browser  the edition for who has no Python, as one HTML file in build/browser/: small, and with what makes PDFs
# make dist  the package in dist/, as wheel and sdist; make sbom  what it brings along, in build/sbom/
# make release-check TAG=v1.2.0  whether all files say that version and its day: see RELEASING.md
# make frozen  the program with its own Python inside, for this system, in build/frozen/: built, packed, and tried where
#             there is no Python; make frozen-conversations: the conversations of the tests, in a terminal with that program
# make clean  take away what these made
#
# Needs only Python 3.11 or newer, pip and make; make browser needs npm too. PYTHON=python3.12 picks another Python. Some tests look at what is
# written with programs of the system: pages in Chromium (CHROME=... names another browser), Word documents in
# LibreOffice, PDFs with poppler. Where one is missing its tests are skipped and say so; with CI set they fail.

PYTHON ?= python3
VENV := .venv
LOWEST := .venv-lowest
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# The examples have no clock, so their advice has a date of its own.
EXAMPLE := examples/flexteam-drenthe.yaml
DATE := 2026-11-01

.PHONY: demo lint lint-published check test coverage lowest menus decided bench bench-more bench-large bench-ways fuzz same validity columns likeness readability screens browser dist sbom release-check site man frozen frozen-conversations clean
.DEFAULT_GOAL := demo

# Where it is set, every start of the program compiles itself anew, and the tests start it hundreds of times.
unexport PYTHONDONTWRITEBYTECODE

demo: $(VENV)/.installed
	@$(BIN)/poolwijzer advise $(EXAMPLE) --date $(DATE)
	@mkdir -p build
	@$(BIN)/poolwijzer advise $(EXAMPLE) --date $(DATE) --force \
		-o build/flexteam-drenthe.pdf -o build/flexteam-drenthe.html -o build/flexteam-drenthe.docx \
		-o build/flexteam-drenthe.md -o build/flexteam-drenthe.json >/dev/null
	@echo
	@echo "The report is in build/flexteam-drenthe.pdf, .html, .docx and .md, the data in build/flexteam-drenthe.json."

WORKFLOWS := $(wildcard .github/workflows/*.yml)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check src tests benchmarks editions fuzz hatch_build.py
	$(BIN)/ruff format --check src tests benchmarks editions fuzz hatch_build.py
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# What others read of the source: licences, how to cite it, and what runs on the forge.
lint-published: $(VENV)/.installed-dev
	$(BIN)/reuse lint --lines
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff
	$(BIN)/check-jsonschema --schemafile editions/publiccode.schema.json publiccode.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows $(WORKFLOWS)
	$(BIN)/check-jsonschema --builtin-schema custom.github-workflows-require-timeout $(WORKFLOWS)
	$(BIN)/zizmor --quiet --offline --no-progress --min-severity medium $(WORKFLOWS)

check: lint
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal --hypothesis-profile quick -m "not slow"

test: lint lint-published
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

coverage: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal --hypothesis-profile quick -m "not slow" --cov

# Only what we ask for ourselves is the oldest: what that asks for in turn is as new as it can be.
lowest: $(VENV)/.installed-dev
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(LOWEST)
	$(BIN)/uv pip install --quiet --python $(LOWEST) --resolution lowest-direct --editable ".[dev]"
	$(LOWEST)/$(notdir $(BIN))/python -m pytest --numprocesses auto --dist worksteal --hypothesis-profile quick -m "not slow" --cov

menus: $(VENV)/.installed
	@$(BIN)/python -m poolwijzer.content.make_ready

decided: $(VENV)/.installed-dev
	@$(BIN)/python -m tests.content.decided

# The programs that ours is held beside have an environment of their own: they ask for other versions than we do.
PEERS := .venv-peers
QUICK :=
ONLY :=

bench: menus $(VENV)/.installed-dev $(PEERS)/.tried
	@$(BIN)/python -m benchmarks.speed $(if $(QUICK),--quick) $(if $(ONLY),--only $(ONLY))

bench-more: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.formats
	@$(BIN)/python benchmarks/keys.py
	@$(BIN)/python benchmarks/wrong.py
	@$(BIN)/python benchmarks/matching.py
	@$(BIN)/python benchmarks/costs.py

# A whole country on a cluster of two workers; it takes an hour or so.
bench-large: $(VENV)/.installed-dev
	@$(BIN)/python benchmarks/large.py

bench-ways: dist browser frozen
	@$(BIN)/python -m benchmarks.ways

SEED := 1
INPUTS := 5000

fuzz: $(VENV)/.installed
	@$(BIN)/python -m fuzz --seed $(SEED) --inputs $(INPUTS)

same: $(VENV)/.installed-dev
	@$(BIN)/python benchmarks/same.py $(OLD)

validity: $(VENV)/.installed
	@$(BIN)/python benchmarks/validity.py

columns: $(VENV)/.installed
	@$(BIN)/poolwijzer tables columns -o docs/woordenboek.md --force

site: menus $(VENV)/.installed-dev
	@$(BIN)/python -m editions.site

man: $(VENV)/.installed
	@$(BIN)/python -m poolwijzer.cli.man build/man

likeness: $(VENV)/.installed
	@$(BIN)/python benchmarks/likeness.py

readability: $(VENV)/.installed
	@$(BIN)/python benchmarks/readability.py

screens: $(VENV)/.installed-dev
	@$(BIN)/python -m tests.interview.manual

browser: menus $(VENV)/.installed-dev
	@$(BIN)/python -m editions.browser

VERSION = $(shell sed -n 's/^__version__ = "\(.*\)"$$/\1/p' src/poolwijzer/version.py)
DIST := dist
SBOM := build/sbom

dist: $(VENV)/.installed-dev
	@rm -rf $(DIST)
	@$(BIN)/python -m build --no-isolation --outdir $(DIST)

# Of an environment with nothing but the wheel, in the versions that the tests ran with. What describes the program itself
# reads its version nowhere but in pyproject.toml.
sbom: dist
	@rm -rf $(SBOM) && mkdir -p $(SBOM)
	@sed 's/^dynamic = \["version"\]$$/version = "$(VERSION)"/' pyproject.toml > $(SBOM)/pyproject.toml
	@$(BIN)/uv venv --quiet --python $(BIN)/python $(SBOM)/installed
	@$(BIN)/uv pip install --quiet --python $(SBOM)/installed --constraint constraints.txt \
		"$(DIST)/poolwijzer-$(VERSION)-py3-none-any.whl"
	@$(BIN)/cyclonedx-py environment --output-reproducible --pyproject $(SBOM)/pyproject.toml \
		--output-format JSON --output-file $(SBOM)/poolwijzer-$(VERSION).cdx.json $(SBOM)/installed
	@echo "What the package brings along stands in $(SBOM)/poolwijzer-$(VERSION).cdx.json."

release-check: $(VENV)/.installed-dev
	@$(BIN)/python -m editions.release check $(if $(TAG),--tag $(TAG))

# In an environment of its own: what happens to be installed would go along.
FROZEN := .venv-frozen
FROZEN_PYTHON := $(FROZEN)/$(notdir $(BIN))/python

frozen: $(FROZEN)/.made
	@echo "Installing Poolwijzer and what freezes it in $(FROZEN) ..."
	@$(FROZEN_PYTHON) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--requirement editions/frozen/requirements.txt ".[matching,slides]"
	@rm -rf build/frozen
	@$(FROZEN_PYTHON) -m editions.frozen
	@$(FROZEN_PYTHON) editions/frozen/smoke.py build/frozen/poolwijzer-*/

frozen-conversations: $(VENV)/.installed-dev
	@POOLWIJZER_PROGRAM="$$(echo $(CURDIR)/build/frozen/poolwijzer-*/poolwijzer)" \
		$(BIN)/python -m pytest --quiet tests/interview/test_conversations.py

clean:
	rm -rf $(VENV) $(LOWEST) $(PEERS) $(FROZEN) build dist htmlcov .coverage .coverage.* \
		.hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing Poolwijzer in $(VENV) ..."
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing Poolwijzer and what its tests need in $(VENV) ..."
	@$(INSTALL) --editable ".[dev]"
	@touch $@ $(VENV)/.installed

# Who is not online measures without them, and tries again the next time.
$(PEERS)/.tried: benchmarks/speed/peers.txt $(VENV)/.installed-dev
	@echo "Installing what it is held beside in $(PEERS) ..."
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(PEERS) && \
		$(BIN)/uv pip install --quiet --python $(PEERS) --compile-bytecode --requirement benchmarks/speed/peers.txt && \
		touch $@ || echo "They cannot be installed here: the page says so."

# Debian ships venv and ensurepip apart from Python. Where they are missing, the pip that is there fills the
# new environment from outside.
$(VENV)/.made $(FROZEN)/.made:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
		echo "There is no '$(PYTHON)' here. Install Python 3.11 or newer, or say which: make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Poolwijzer needs Python 3.11 or newer, and this is $$($(PYTHON) --version 2>&1)." >&2; \
		echo "Is there a newer one? Say so: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Making a virtual environment in $(@D) ..."
	@if $(PYTHON) -c 'import venv, ensurepip' 2>/dev/null; then \
		$(PYTHON) -m venv --clear $(@D); \
	elif $(PYTHON) -c 'import venv, pip' 2>/dev/null; then \
		$(PYTHON) -m venv --clear --without-pip $(@D) && \
		$(PYTHON) -m pip --python $(@D)/$(notdir $(BIN))/python install --quiet --disable-pip-version-check pip; \
	else \
		echo "This Python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv" >&2; \
		exit 1; \
	fi
	@touch $@
