"""Reads Canopy's run files and packed studies, compares policies over paired seeds, draws and reports.

These files are the only thing this package knows of the simulator. Of studies it also makes the table of
points (`design`), and the search for a frontier calls the program for each generation (`generation`).
"""
