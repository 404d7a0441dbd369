# `make demo` shows what the program does, `make test` whether it still does it.
# Needed: make and Python 3.11 (with venv). Everything is installed into .venv, nothing else is touched.
PYTHON ?= $(or $(shell command -v python3.11),python3)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable

.PHONY: demo test lint dist

demo: export ZHENGTU_STORE := zhengtu-store
demo: .venv/runtime
	$(BIN)/zhengtu build
	$(BIN)/zhengtu who 综合体
	$(BIN)/zhengtu who 智能家电技术创新中心
	$(BIN)/zhengtu owns 公牛集团
	$(BIN)/zhengtu targets
	@mkdir -p out
	$(BIN)/zhengtu view -o out/zhengtu.html
	@echo '用浏览器打开 (open in a browser): file://$(CURDIR)/out/zhengtu.html'

test: .venv/test
	$(BIN)/python -m pytest

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/mypy

dist: .venv/test
	$(BIN)/python -m build --quiet --no-isolation --outdir dist

.venv/runtime: setup.cfg pyproject.toml | .venv/bin/python
	$(INSTALL) .
	@touch $@

.venv/test .venv/dev: .venv/%: setup.cfg pyproject.toml | .venv/bin/python
	$(INSTALL) '.[$*]'
	@touch $@ .venv/runtime

.venv/bin/python:
	$(PYTHON) -m venv .venv
