"""Our ``NamedTuple`` makes the classes that ``typing``'s makes."""

from __future__ import annotations

import pickle
import typing

import pytest

from deckbuild.named_tuple import NamedTuple


class Length(NamedTuple):
    """A length."""

    value: int
    unit: str = "pt"

    @property
    def shown(self) -> str:
        """Return it for people."""
        return f"{self.value} {self.unit}"


class Standard(typing.NamedTuple):
    """A length."""

    value: int
    unit: str = "pt"


def test_values_are_made_by_place_and_by_name() -> None:
    assert Length(3) == Length(value=3, unit="pt") == (3, "pt")
    assert Length(3)._replace(unit="mm") == (3, "mm")


def test_methods_and_the_docstring_are_kept() -> None:
    assert Length(3, "mm").shown == "3 mm"
    assert Length.__doc__ == "A length."
    assert (Length.__name__, Length.__qualname__, Length.__module__) == ("Length", "Length", __name__)


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__annotations__", "__bases__", "__slots__"])
def test_the_class_says_of_itself_what_the_standard_one_says(name: str) -> None:
    ours, standard = getattr(Length, name), getattr(Standard, name)
    assert [str(item) for item in ours] == [str(item) for item in standard]


def test_a_value_can_be_matched_shown_and_pickled() -> None:
    match Length(3):
        case Length(value, unit):
            assert (value, unit) == (3, "pt")
    assert repr(Length(3)) == "Length(value=3, unit='pt')"
    assert pickle.loads(pickle.dumps(Length(3))) == Length(3)
