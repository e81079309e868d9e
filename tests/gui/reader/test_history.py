from sanad.library.records import ArticleId
from sanad.ui.reader.history import History, Place


def place(article: int, offset: int = 0) -> Place:
    return Place(ArticleId(article), offset)


def test_back_returns_the_place_as_it_was_left():
    history = History()
    history.visit(place(1))
    history.update(place(1, 500))
    history.visit(place(2))

    assert history.can_go_back
    assert history.back() == place(1, 500)
    assert history.back() is None
    assert history.forward() == place(2)
    assert not history.can_go_forward


def test_a_visit_forgets_what_lay_ahead():
    history = History()
    for article in (1, 2, 3):
        history.visit(place(article))
    history.back()
    history.back()
    history.visit(place(4))

    assert history.forward() is None
    assert history.back() == place(1)


def test_showing_the_same_article_again_is_no_visit():
    history = History()
    history.visit(place(1))
    history.visit(place(1, 9))

    assert not history.can_go_back


def test_an_article_that_is_gone_is_left_out():
    history = History()
    for article in (1, 2, 3):
        history.visit(place(article))
    history.forget(ArticleId(2))

    assert history.back() == place(1)
    history.forget(ArticleId(1))
    assert not history.can_go_back


def test_leaving_an_article_that_is_not_current_changes_nothing():
    history = History()
    history.visit(place(1))
    history.update(place(2, 7))
    history.visit(place(2))

    assert history.back() == place(1)
