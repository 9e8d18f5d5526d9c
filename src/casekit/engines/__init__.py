"""A function over partitions of documents: in this process, in several, or on a cluster. Knows no rule and no fact."""
