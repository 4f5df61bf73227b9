"""``python -m officegen`` is the command line."""

from officegen.cli import main

main()
