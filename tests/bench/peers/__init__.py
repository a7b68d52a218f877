"""The engine beside other readers of Chinese numbers, in the same run; `python -m tests.bench.peers`.

What belongs here: setting each peer up in an environment of its own, running all on the same texts, one
table. What does not: any import of a peer by the project.
"""
