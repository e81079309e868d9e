from sanad.text.spans import Span
from sanad.ui.reader.stepper import Stepper

THREE = [Span(10, 12), Span(20, 22), Span(30, 32)]


def test_steps_go_round_in_both_directions():
    stepper = Stepper(THREE)

    assert [stepper.step(1, 0) for _ in range(4)] == [*THREE, THREE[0]]
    assert stepper.step(-1, 0) == THREE[2]
    assert (stepper.number, len(stepper)) == (3, 3)


def test_the_first_step_starts_from_where_one_reads():
    assert Stepper(THREE).step(1, 15) == THREE[1]
    assert Stepper(THREE).step(-1, 15) == THREE[0]
    assert Stepper(THREE).step(1, 99) == THREE[0]


def test_nothing_to_step_through_has_no_current():
    stepper = Stepper[Span]()

    assert stepper.step(1, 0) is None
    assert (stepper.current, stepper.number) == (None, 0)


def test_a_place_chooses_only_what_stands_there():
    stepper = Stepper(THREE)
    stepper.choose_at(Span(21, 40))
    assert stepper.current == THREE[1]
    stepper.choose_at(Span(12, 20))
    assert stepper.current == THREE[1]


def test_a_number_that_does_not_exist_chooses_none():
    stepper = Stepper(THREE)
    stepper.choose(2)
    assert stepper.current == THREE[1]
    stepper.choose(9)
    assert stepper.current is None
