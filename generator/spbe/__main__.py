"""``python -m spbe`` is the ``spbe`` command."""

from spbe.cli import main

if __name__ == "__main__":
    main()
