"""The nation's rules as data, and their loader: instruments, reference architecture, national results.

Nothing here is computed: numbers are kept as they were printed, with the document they come from. Every loader
proves its input. A shipped file that fails raises :class:`spbe.standards.resources.StandardsError`, a fault of
ours; what a region adds is answered with :class:`spbe.standards.findings.Finding`.
"""
