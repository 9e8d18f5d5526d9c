"""`python -m casekit`, and the file that spark-submit is given: the same as the command."""

from casekit.cli import main

if __name__ == "__main__":
    main()
