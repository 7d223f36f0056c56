SWIFT ?= swift
TO ?= .gazette/preview
SIZES ?= 100,1000,10000

.PHONY: site test bench format clean

# The site as it would be if it were published now, from what stands in Content.
site:
	@.ci/install site
	$(SWIFT) build -c release --product gazette
	.build/release/gazette build --to $(TO)
	@echo "Open file://$(abspath $(TO))/index.html"

# Every test there is.
test:
	@.ci/install test
	@.ci/environments
	$(SWIFT) build --explicit-target-dependency-import-check error
	$(SWIFT) format lint --strict --parallel --recursive Sources Tests Package.swift
	$(SWIFT) test
	@.ci/scripts

# How fast it is beside Hugo, on registers of 100, 1,000 and 10,000 made-up tools: hours on a small machine, 40 GB of disk. `make bench SIZES=100` is quick.
bench:
	@.ci/install test
	@.ci/environments
	$(SWIFT) build -c release --product gazette
	Tests/Bench/bench --sizes $(SIZES)

# Lays out all Swift the one way the tests accept.
format:
	$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

clean:
	rm -rf .build .gazette
