from hypothesis import given
from hypothesis import strategies as st

from sanad.text.utf16 import Utf16Map


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_offsets_count_as_qt_counts_and_come_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    offsets = Utf16Map(text)
    units = offsets.to_utf16(offset)
    assert units == len(text[:offset].encode("utf-16-le")) // 2
    assert offsets.to_code_points(units) == offset


def test_an_offset_within_an_emoji_counts_as_before_it() -> None:
    assert Utf16Map("a😀b").to_code_points(2) == 1
