"""Whether everything fits: an independent judge, and a corpus of hard slides for it to judge."""
