from events.views.kept import Kept, once


class Index:
    """Stands for a version of the record."""


def test_a_thing_is_made_once_for_each_version():
    made = []

    def make():
        made.append(len(made))
        return f"drawn {made[-1]}"

    first, second = Index(), Index()
    assert [once(first, ("row", "a", "vi"), make) for _ in range(2)] == ["drawn 0", "drawn 0"]
    assert once(first, ("row", "a", "en"), make) == "drawn 1"
    assert once(second, ("row", "a", "vi"), make) == "drawn 2"


def test_what_is_kept_has_an_end():
    once, index = Kept(2).once, Index()
    assert [once(index, (n,), lambda n=n: f"drawn {n}") for n in (1, 2, 3)] == ["drawn 1", "drawn 2", "drawn 3"]
    assert once(index, (1,), lambda: "drawn again") == "drawn again"
    assert once(index, (3,), lambda: "drawn again") == "drawn 3"
