"""Every bad file is refused with a message that says where and how to repair; no database is asked."""

import os
import time
import tracemalloc
from pathlib import Path

import pytest
from django.utils import translation

from events.exchange.load import read_records
from events.exchange.report import ExchangeError
from tests.unit.exchange.bad_fields import BAD_FIELDS
from tests.unit.exchange.bad_inputs import BAD_FILES, BOMB, theme


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def refused(*paths: Path) -> str:
    with pytest.raises(ExchangeError) as error:
        read_records(paths)
    return str(error.value)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("bad", BAD_FILES + BAD_FIELDS, ids=lambda bad: f"row{bad.row}-{bad.message[:40]}")
def test_the_message_says_where_and_how(tmp_path, bad):
    message = refused(write(tmp_path, bad.name, bad.content))
    assert bad.message in message
    assert bad.name in message
    assert "nothing was written" in message


def test_a_bomb_costs_no_time_and_no_memory(tmp_path):
    path = write(tmp_path, "bomb.yaml", BOMB)
    refused(path)
    tracemalloc.start()
    begun = time.perf_counter()
    refused(path)
    assert time.perf_counter() - begun < 0.1
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_record_twice_in_two_files_names_both(tmp_path):
    message = refused(write(tmp_path, "a.yaml", theme()), write(tmp_path, "b.yaml", "\n" + theme()))
    assert "b.yaml:2 theme bad: the same record stands at" in message
    assert "a.yaml:1: keep one" in message


def test_at_most_fifty_messages_then_a_count(tmp_path):
    path = write(tmp_path, "a.yaml", "- model: x\n  fields: {}\n" * 62)
    lines = refused(path).splitlines()
    assert lines[0] == "62 problems, nothing was written:"
    assert len(lines) == 52
    assert lines[-1] == "and 12 more"


def test_all_problems_of_all_files_are_told_at_once(tmp_path):
    message = refused(
        write(tmp_path, "a.yaml", theme(order="x", nam_vi="y")), write(tmp_path, "b.yaml", "[]"), tmp_path / "c.yaml"
    )
    assert message.startswith("4 problems")
    assert "c.yaml: there is no such file" in message


def test_a_value_is_shortened_and_cannot_forge_a_line(tmp_path):
    message = refused(write(tmp_path, "a.yaml", theme(order='"x\\nb.yaml:1: all is well' + "y" * 500 + '"')))
    assert len(message.splitlines()) == 2
    assert "\\u000ab.yaml" in message
    assert len(message) < 300


class TestWhatIsNoRegularFile:
    def test_a_folder(self, tmp_path):
        folder = tmp_path / "folder.yaml"
        folder.mkdir()
        assert "folder.yaml: this is a folder: name the files in it" in refused(folder)

    def test_a_symbolic_link(self, tmp_path):
        write(tmp_path, "real.yaml", theme())
        (tmp_path / "link.yaml").symlink_to("real.yaml")
        assert "link.yaml: this is a symbolic link" in refused(tmp_path / "link.yaml")

    def test_a_pipe_does_not_hang(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.yaml")
        assert "pipe.yaml: this is not a regular file" in refused(tmp_path / "pipe.yaml")

    def test_a_device(self):
        assert "its name must end in .yaml" in refused(Path("/dev/zero"))

    def test_a_missing_file(self, tmp_path):
        assert "no.yaml: there is no such file" in refused(tmp_path / "no.yaml")

    def test_an_unreadable_file(self, tmp_path, monkeypatch):
        path = write(tmp_path, "a.yaml", theme())

        def deny(*args, **kwargs):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", deny)
        assert "a.yaml: the file may not be read" in refused(path)

    def test_another_kind_of_file(self, tmp_path):
        assert "its name must end in .yaml" in refused(write(tmp_path, "a.csv", theme()))
