"""The subcommands of ``zhibiao``, one module each.

What belongs here: options, and showing results to people. What does not: the work itself, which lies in
the other packages. Anything heavy is imported inside functions.
"""
