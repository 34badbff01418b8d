"""Rules: what is worth saying of a deck that can be built all the same.

A file a rule, or a few that belong together.
Those on the model see what an author wrote; those in ``finished`` see a package, whoever made it.
"""

from __future__ import annotations
