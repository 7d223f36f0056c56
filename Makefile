SWIFT ?= swift
TO ?= .gazette/preview

.PHONY: site test format clean

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

# Lays out all Swift the one way the tests accept.
format:
	$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

clean:
	rm -rf .build .gazette
