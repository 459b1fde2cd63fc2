# dlplot. `make help` lists the targets.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

PREFIX ?= /usr/local
DESTDIR ?=

# A shell that is older than the toolchain's installation does not know its folder yet.
export PATH := $(PATH):$(HOME)/.local/share/swiftly/bin:$(HOME)/.swiftly/bin

# `swift test` adds flags of its own and drops static linking, so each build has its folder.
# The toolchain's own linker is used, whatever linkers the system has.
RELEASE := .build-release
LINKER := -Xswiftc -use-ld=lld
RELEASE_FLAGS := -c release --static-swift-stdlib --scratch-path $(RELEASE) $(LINKER) -Xlinker -s
TEST_FLAGS := -c release --scratch-path .build-test $(LINKER)
LINT_FLAGS := --scratch-path .build-lint $(LINKER) -Xcc -Werror -Xcc -Wall -Xcc -Wextra

BINARY := $(RELEASE)/release/dlplot
BUILT := $(RELEASE)/built
export DLPLOT_BINARY := $(CURDIR)/$(BINARY)

SWIFT_FILES := Package.swift Sources Tests $(wildcard Benchmarks Fuzzing)

.PHONY: help
help: ## List the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

# --- the two commands ------------------------------------------------------------------------

.PHONY: figures
figures: setup $(BUILT) ## Install what is missing, build, draw the gallery into figures/
	@scripts/figures.sh figures

.PHONY: test
test: setup $(BUILT) ## Install what is missing, build, run every test (FILTER=name for some)
	@swift test $(TEST_FLAGS) --disable-xctest $(if $(FILTER),--filter '$(FILTER)')

# --- build and install -----------------------------------------------------------------------

.PHONY: setup
setup: ## Install what is missing (apt or brew); quiet when nothing is
	@scripts/setup.sh

.PHONY: build
build: setup $(BUILT) ## Build the release binary, .build-release/release/dlplot

# No dependency on setup here: `sudo make install` after `make build` needs no Swift in root's PATH.
$(BUILT): Makefile Package.swift $(shell find Sources)
	@scripts/setup.sh
	swift build $(RELEASE_FLAGS) --product dlplot
	@touch $@

.PHONY: install
install: $(BUILT) ## Install the binary and the digits (PREFIX=/usr/local, DESTDIR=)
	@scripts/install.sh "$(DESTDIR)$(PREFIX)"

.PHONY: uninstall
uninstall: ## Remove what `make install` put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/dlplot"
	rm -rf "$(DESTDIR)$(PREFIX)/share/dlplot"

.PHONY: clean
clean: ## Remove the builds
	rm -rf .build .build-*

# --- quality ---------------------------------------------------------------------------------

.PHONY: lint
lint: setup ## Build with warnings as errors; check the format
	DLPLOT_LINT=1 swift build --build-tests $(LINT_FLAGS)
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)
	@for script in .ci/run scripts/*.sh; do bash -n "$$script" || exit 1; done

.PHONY: format
format: setup ## Format the Swift sources in place
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

.PHONY: accept
accept: setup $(BUILT) ## Make the gallery anew and take it for right; prints what changed
	@scripts/figures.sh figures --again
	@scripts/accept.sh

.PHONY: bench
bench: setup $(BUILT) ## Measure start-up, the gallery and what Benchmarks/ holds
	@scripts/bench.sh

.PHONY: bench-peers
bench-peers: setup $(BUILT) ## Time the figures beside PyTorch and JAX (PEERS=folder PYTHON=python)
	@scripts/bench-peers.sh

.PHONY: mutants
mutants: setup $(BUILT) ## Alter the figures of the gallery in many ways; each must be found out
	@DLPLOT_MUTANTS=1 swift test $(TEST_FLAGS) --disable-xctest --filter MutantGalleryTests

.PHONY: fuzz
fuzz: setup $(BUILT) ## Feed the readers with made-up files (SECONDS=600 TARGETS="png svg")
	@scripts/fuzz.sh $(or $(SECONDS),600) $(TARGETS)

.PHONY: browser
browser: setup $(BUILT) ## Try out the page of `guard check` in Chromium (SHOTS=folder keeps pictures)
	@scripts/browser.sh $(SHOTS)

.PHONY: formats
formats: setup $(BUILT) ## Look at PNG, SVG and PDF with other programs (FIGURES="file..." SHOTS=folder)
	@scripts/formats.sh $(FIGURES)

.PHONY: lessons
lessons: setup $(BUILT) ## Check over five seeds or starts that each figure teaches its lesson
	@scripts/lessons.sh $(LESSONS)

# --- proofs: the same identities elsewhere (FIGURES="file..." for some of the gallery) ---------

.PHONY: environments
environments: setup $(BUILT) ## Compare under other locales, time zones, threads, kernels...
	@scripts/environments.sh $(FIGURES)

.PHONY: parity
parity: setup $(BUILT) ## Compare with PyTorch (FILTER="book gelu adam" that alone), then with Optuna
	@scripts/parity.sh $(if $(FILTER),'$(FILTER)')
ifeq ($(FILTER),)
	@scripts/search-parity.sh parity command
	@scripts/optuna.sh
endif

.PHONY: search-parity
search-parity: setup $(BUILT) ## Compare searches with Optuna 5.0.0 (PARTS="parity command time quality")
	@scripts/search-parity.sh $(PARTS)

.PHONY: optuna
optuna: setup $(BUILT) ## Let Optuna 4.9, 5.0 and their dashboard go on with our studies, and back
	@scripts/optuna.sh

.PHONY: emulated
emulated: setup $(BUILT) ## Compare under older CPUs, emulated by qemu
	@scripts/emulated.sh $(FIGURES)

.PHONY: other-debian
other-debian: setup $(BUILT) ## Compare under the other Debian release (root; OTHER=folder)
	@scripts/other-debian.sh $(FIGURES)
