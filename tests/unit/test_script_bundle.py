"""Joining of script modules: one file, nothing sent twice, forms that cannot be joined refused with their place."""

import pytest

from timeline.script_bundle import JoinError, join


@pytest.fixture
def scripts(tmp_path):
    def write(**modules):
        for name, text in modules.items():
            (tmp_path / f"{name}.js").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_modules_are_joined_in_the_order_of_their_imports(scripts):
    folder = scripts(
        main='import { two } from "./lib.js";\nexport const four = () => two + two;\n',
        lib="/** Of no interest at run time. */\nexport const two = 2;\n",
    )
    joined = join(folder / "main.js")
    assert joined.text.index("const two = 2;") < joined.text.index("const four")
    assert "interest" not in joined.text
    assert "export const {four}=m1;" in joined.text
    assert "export const modules=[m0,m1];" in joined.text


def test_what_the_drawing_has_is_taken_from_it(scripts):
    folder = scripts(
        drawing='import { two } from "./lib.js";\nexport const four = two + two;\n',
        picture='import { two } from "./lib.js";\nimport { own } from "./own.js";\nexport const six = two + own;\n',
        lib="export const two = 2;\n",
        own="export const own = 4;\n",
    )
    drawing = join(folder / "drawing.js")
    picture = join(folder / "picture.js", drawing)
    assert picture.text.startswith('import {modules as given} from "./timeline/index.js";\n')
    assert "const {two}=given[0];" in picture.text
    assert "const two = 2;" not in picture.text
    assert "const own = 4;" in picture.text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('import whole from "./lib.js";\n', "cannot be joined: import whole"),
        ("export default 3;\n", "cannot be joined: export default 3;"),
        ('import { main } from "./main.js";\nexport const x = 1;\n', "imports itself"),
    ],
)
def test_other_forms_are_refused_with_their_place(scripts, text, message):
    folder = scripts(main=text, lib="export const two = 2;\n")
    with pytest.raises(JoinError, match=message) as caught:
        join(folder / "main.js")
    assert "main.js" in str(caught.value)
