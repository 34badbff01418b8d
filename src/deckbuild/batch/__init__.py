"""What goes beyond one build: what it read, and whether it need be done again."""

from .fresh import Fresh, Request, find_fresh, keep_record
from .inputs import Answers, RecordingWorkspace
from .manifest import describe_inputs, read_paths, write_depfile

__all__ = [
    "Answers",
    "Fresh",
    "RecordingWorkspace",
    "Request",
    "describe_inputs",
    "find_fresh",
    "keep_record",
    "read_paths",
    "write_depfile",
]
