"""What a block start answers."""

from __future__ import annotations

NOTHING = 0
"""The block does not start here, and nothing has changed."""
CONTAINER = 1
"""A container was opened and the cursor moved to its content: look again."""
LEAF = 2
"""The line has been used up."""
