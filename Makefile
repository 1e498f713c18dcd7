# Each target runs scripts/setup.py, which says what it does. PYTHON=/path/to/python3 names the Python to build with;
# otherwise the newest of 3.14 to 3.11 on PATH is taken.

PYTHON ?=
export PYTHON

# Any Python 3 may start the script; the script itself looks for one that is new enough.
STARTER := $(shell for p in "$(PYTHON)" python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 6))' >/dev/null 2>&1 && echo "$$p" && break; done)
RUN = @test -n "$(STARTER)" || { echo "No Python 3 on PATH. Install 3.11 or newer (Debian, Ubuntu: apt install python3" \
	"python3-venv), or name one: make $@ PYTHON=/path/to/python3" >&2; exit 3; }; "$(STARTER)" scripts/setup.py

.PHONY: help demo test bench lock clean

help:
	@echo "make demo    set up, walk the demo case, say where its report lies"
	@echo "make test    set up, then check formatting, types, import contracts and run the tests"
	@echo "make bench   run the benchmarks"
	@echo "make lock    write requirements.lock and requirements-dev.lock anew from pyproject.toml"
	@echo "make clean   remove .venv and every cache"

demo test bench lock clean:
	$(RUN) $@
