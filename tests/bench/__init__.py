"""How fast, how much memory, beside what else: one run, one table."""
