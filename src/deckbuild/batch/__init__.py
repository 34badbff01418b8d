"""What goes beyond one build: what it read, and whether it need be done again."""

from .fresh import Last, Record, Request, find_last, keep_record
from .inputs import Answers, RecordingWorkspace
from .manifest import describe_inputs, read_paths, write_depfile

__all__ = [
    "Answers",
    "Last",
    "Record",
    "RecordingWorkspace",
    "Request",
    "describe_inputs",
    "find_last",
    "keep_record",
    "read_paths",
    "write_depfile",
]
