"""Pictures: as large as asked and never larger than the page, each file once, and nothing that is no picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from officegen.documents.speech import Speech
from officegen.errors import InputError
from officegen.typesetting.render import render, render_with
from officegen.typesetting.template import CompiledTemplate
from tests.support.docx_text import paragraphs
from tests.support.images import jpeg, png
from tests.support.package import Package, Relationship, qn
from tests.support.structure import structural_errors
from tests.support.templates import DOCUMENT, NAME, changed, part, template_of

EMU_PER_MILLIMETRE = 36_000
TEXT_WIDTH = 156


def _speech(*figures: Any) -> Speech:
    return Speech.model_validate({"标题": "讲话", "正文": ["会场如图。", *figures]})


def _sizes(docx: bytes) -> list[tuple[float, float]]:
    """Width and height of every picture in millimetres."""
    package = Package.read(docx)
    extents = package.trees[package.main()].iter(qn("wp:extent"))
    return [
        (
            round(int(one.get("cx", "")) / EMU_PER_MILLIMETRE, 1),
            round(int(one.get("cy", "")) / EMU_PER_MILLIMETRE, 1),
        )
        for one in extents
    ]


def _media(docx: bytes) -> list[Relationship]:
    package = Package.read(docx)
    return [one for one in package.relationships(package.main()) if one.kind == "image"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "会场.png").write_bytes(png(300, 150, dpi=150))
    (tmp_path / "会场.jpg").write_bytes(jpeg(600, 300, dpi=300))
    (tmp_path / "无分辨率.png").write_bytes(png(96, 48))
    (tmp_path / "巨幅.png").write_bytes(png(4000, 1000, dpi=100))
    (tmp_path / "长条.png").write_bytes(png(100, 4000, dpi=100))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "width", "size"),
    [
        ("会场.png", None, (50.8, 25.4)),
        ("会场.jpg", None, (50.8, 25.4)),
        ("会场.png", 120, (120.0, 60.0)),
        ("会场.png", 156, (156.0, 78.0)),
        ("会场.png", 20, (20.0, 10.0)),
        ("巨幅.png", None, (156.0, 39.0)),
    ],
)
def test_a_picture_is_as_large_as_asked_or_as_it_is(
    folder: Path, name: str, width: int | None, size: tuple[float, float]
) -> None:
    (found,) = _sizes(render(_speech({"图片": str(folder / name), "宽度": width})))
    assert found == pytest.approx(size, abs=0.2)


def test_where_a_file_does_not_say_its_resolution_a_pixel_is_that_of_a_screen(folder: Path) -> None:
    (found,) = _sizes(render(_speech({"图片": str(folder / "无分辨率.png")})))
    width, height = found
    assert width == pytest.approx(2 * height, abs=0.2)
    assert 20 < width < 40


def test_a_tall_picture_leaves_room_for_its_caption_on_the_page(folder: Path) -> None:
    ((width, height),) = _sizes(render(_speech({"图片": str(folder / "长条.png"), "图题": "图1"})))
    assert 190 < height < 225
    assert width == pytest.approx(height / 40, abs=0.2)


def test_the_caption_stands_below_and_stays_with_its_picture(folder: Path) -> None:
    docx = render(_speech({"图片": str(folder / "会场.png"), "图题": "图1　会场<示意>图&"}))
    assert paragraphs(docx)[-1] == "图1　会场<示意>图&"
    package = Package.read(docx)
    (drawing,) = package.trees[package.main()].iter(qn("w:drawing"))
    holder = drawing.getparent()
    assert holder is not None
    holder = holder.getparent()
    assert holder is not None
    assert holder.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    (properties,) = drawing.iter(qn("wp:docPr"))
    assert properties.get("descr") == "图1　会场<示意>图&"


def test_a_file_shown_twice_is_there_once(folder: Path) -> None:
    copy = folder / "副本.png"
    copy.write_bytes((folder / "会场.png").read_bytes())
    docx = render(
        _speech({"图片": str(folder / "会场.png")}, {"图片": str(copy)}, {"图片": str(folder / "会场.jpg")})
    )
    assert len(_sizes(docx)) == 3
    assert [one.target.rpartition(".")[2] for one in _media(docx)] == ["png", "jpeg"]
    assert structural_errors(docx) == []


def test_the_pictures_bytes_are_not_touched(folder: Path) -> None:
    docx = render(_speech({"图片": str(folder / "会场.jpg")}))
    (media,) = _media(docx)
    assert Package.read(docx).parts[media.target] == (folder / "会场.jpg").read_bytes()


def test_pictures_of_attachments_are_pictures_of_the_same_file(folder: Path) -> None:
    figure = {"图片": str(folder / "会场.png")}
    document = _speech(figure).replace(attachments=[{"标题": "会场图", "内容": figure}])
    docx = render(document)
    assert len(_sizes(docx)) == 2
    assert len(_media(docx)) == 1
    assert structural_errors(docx) == []


def test_a_template_with_a_picture_of_its_own_keeps_it_apart(folder: Path) -> None:
    """A department's emblem has a number, too, and Word wants every number once."""
    whole = template_of("{{p 正文 }}")
    emblem = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="徽标"/></wp:inline></w:drawing></w:r></w:p>'
    )
    document = part(whole, DOCUMENT).replace("<w:body>", f"<w:body>{emblem}", 1)
    template = CompiledTemplate(changed(whole, {DOCUMENT: document}), NAME)
    docx = render_with(_speech({"图片": str(folder / "会场.png")}), template)
    package = Package.read(docx)
    numbers = [one.get("id") for one in package.trees[package.main()].iter(qn("wp:docPr"))]
    assert len(numbers) == len(set(numbers)) == 2


# What is no picture -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PNG",
        "这是一份文档".encode(),
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,",
        b"BM" + bytes(60),
        png(0, 10),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
    ],
)
def test_what_is_no_png_or_jpeg_is_refused_with_what_to_do(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "图.png"
    path.write_bytes(data)
    with pytest.raises(InputError, match="不是 PNG 或 JPEG 文件。请换成这两种格式之一"):
        render(_speech({"图片": str(path)}))


@pytest.mark.parametrize("whole", [png(20, 10, dpi=96), jpeg(20, 10, dpi=96)], ids=["png", "jpeg"])
def test_a_picture_cut_off_anywhere_is_refused_or_set_and_never_a_crash(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "图"
    refused = 0
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        try:
            render(_speech({"图片": str(path)}))
        except InputError:
            refused += 1
    assert refused > 10


@pytest.mark.parametrize("name", ["没有.png", "", "夹"])
def test_a_picture_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "夹").mkdir()
    path = tmp_path / name
    with pytest.raises(InputError) as refused:
        render(_speech({"图片": str(path)}))
    assert str(refused.value) == f"找不到图片“{path}”。请核对文件名；图片的位置相对于表单所在的文件夹。"


def test_a_name_that_no_file_can_have_is_refused_like_any_other() -> None:
    with pytest.raises(InputError, match="找不到图片"):
        render(_speech({"图片": "图" * 300}))
