"""Runs the ``sanad`` command; the entry of ``python -m sanad`` and of a frozen bundle."""

import multiprocessing
import sys

if __name__ == "__main__":
    # A frozen worker process starts here too, and must not go on to the command line.
    multiprocessing.freeze_support()
    from sanad.cli.main import main

    sys.exit(main())
