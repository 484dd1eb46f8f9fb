# Two commands: `make demo` and `make test`. Everything is set up in .venv beside this file.
# `make evaluation` scores eight dances, measures the music against chance, and makes a page of it. `make docs` builds the
# site into build/site, `make gallery` a piece in every style and a page to listen to them into build/gallery.
# `make pocket-report POCKET=run/model` measures a Pocket with its encoders on real dances that are left out, and makes a
# page of it. The second ear and the taggers are installed apart (benchmarks/ears.py, benchmarks/music_tagger.py).
# Blender as a Python module exists for Python 3.11 (Blender 4.5 LTS) and 3.13 (Blender 5.2 LTS).

PYTHON ?= $(shell for p in python3.11 python3.13 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 13)))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
RUN := $(VENV)/bin/python
MOTION ?=
POCKET ?= backend/kinescore/models/pocket

.PHONY: demo test evaluation pocket-report gallery extension docs clean

demo: $(VENV)/ready-for-demo
	$(RUN) tools/demo.py $(if $(MOTION),--motion "$(MOTION)")

test: $(VENV)/ready-for-dev
	$(RUN) -m ruff check . && $(RUN) -m ruff format --check -q .
	$(RUN) -m mypy
	$(RUN) -m pytest -n auto --maxprocesses 4 --dist loadfile

evaluation: $(VENV)/ready-for-demo
	$(RUN) tools/demo_evaluation.py

pocket-report: $(VENV)/ready-for-dev
	$(RUN) -m benchmarks.pocket_clock $(POCKET) --steady
	$(RUN) -m benchmarks.pocket_words $(POCKET)
	$(RUN) -m benchmarks.pocket_genres $(POCKET)
	$(RUN) -m benchmarks.pocket_report $(POCKET) --updates 400 --played 12
	$(RUN) -m benchmarks.pocket_page $(POCKET)

gallery: $(VENV)/ready-for-demo
	$(RUN) tools/gallery.py

extension: $(VENV)/ready-for-demo
	$(RUN) tools/stage_extension.py

docs: $(VENV)/ready-for-docs
	$(RUN) -m sphinx -W --keep-going -q -b html -d build/doctrees docs build/site
	@echo "The site is in build/site/index.html"

# One rule for all sets of extras: the demo needs no torch, the tests of the learned engines do.
$(VENV)/ready-for-%: pyproject.toml $(wildcard constraints/*.txt)
	@test -n "$(PYTHON)" || { echo "Kinescore needs Python 3.11 or 3.13 (Blender's module exists for those); none was" \
		"found. Install one, or name it: make $(or $(MAKECMDGOALS),demo) PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check \
		-c constraints/python-$$($(RUN) -c 'import sys; print("%d.%d" % sys.version_info[:2])').txt -e ".[bpy,$*]"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
		"$$(grep -h '^tinysoundfont==' constraints/*.txt | head -n 1)" \
		|| echo "There is no tinysoundfont for this Python; what plays SoundFonts is not tested."
	touch $@

clean:
	rm -rf $(VENV) build dist demo
