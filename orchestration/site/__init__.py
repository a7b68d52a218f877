"""The static site of a release: pages that open from a file, every number with a way to its sentence.

What belongs here: turning one release into a folder of HTML. What does not: making releases
(``orchestration.publishing``) and the page of one report's text (``orchestration.rendering``), which is used
here. Names that the pages show lie in ``words.toml``, their looks in ``templates/`` and ``assets/``.
"""
