"""Lets workers, which are fresh processes, import the functions that these tests hand them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
