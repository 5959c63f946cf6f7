"""Entry: `python3 -m canopy_analysis <command>`."""

import sys

from .command_line import main

if __name__ == "__main__":  # not in a process that draws for it
    sys.exit(main())
