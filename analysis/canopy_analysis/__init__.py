"""Reads Canopy's run files, compares policies over paired seeds, draws and reports.

The run file is the only thing this package knows of the simulator.
"""
