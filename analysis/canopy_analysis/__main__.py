"""Entry: `python3 -m canopy_analysis <command>`."""

import sys

from .command_line import main

sys.exit(main())
