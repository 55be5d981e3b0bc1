"""Writes docs/rujukan/ from the program itself: ``python -m tools.rujukan``, which is ``make rujukan``.

Fields come from the model, rules from the list of rules, commands from the command line, variables from the
declaration at the top of every template, options from the plugin. What has no words here ends the run with a
``KeyError``: nothing new goes in without being explained.
"""
