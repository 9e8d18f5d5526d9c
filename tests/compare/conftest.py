"""Lets tests import the factory of extractions that lies beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
