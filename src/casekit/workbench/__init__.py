"""What a writer of rules works with: examples run as tests, explanations, drafts, comparisons, the work list."""
