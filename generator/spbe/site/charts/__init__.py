"""Charts as geometry: points and lengths for ``components/chart.html.j2``, which alone knows SVG.

Every chart carries the table of its numbers; colours come from CSS, and nothing is told by colour alone.
"""
