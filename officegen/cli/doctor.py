"""``officegen doctor``: what this machine has, and what that means."""

from __future__ import annotations

from collections.abc import Iterator

from officegen.cli.console import tell

_PACKAGES = ("pydantic", "PyYAML", "docxtpl", "python-docx", "Jinja2", "lxml", "typer", "rjieba")
_PREVIEW_PACKAGES = ("pypdfium2", "Pillow")
_THERE, _LACKING = "✓", "✗"


def doctor() -> None:
    """检查这台电脑：版本、LibreOffice、公文字体。"""
    for section in (_versions, _libreoffice, _pictures, _fonts):
        for line in section():
            tell(line)
        tell("")


def _versions() -> Iterator[str]:
    import platform

    from officegen._version import __version__

    yield "版本"
    yield f"  officegen {__version__}"
    yield f"  Python {platform.python_version()}（{platform.system()} {platform.release()}）"
    for package in _PACKAGES:
        found = _version_of(package)
        yield f"  {package} {found}" if found else f"  {_LACKING} {package} 没有安装，请重新安装 officegen。"


def _version_of(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _libreoffice() -> Iterator[str]:
    from officegen.preview.libreoffice import HOW_TO_INSTALL, find_libreoffice, version

    yield "LibreOffice（只在生成 PDF 和页面图片时用到，生成 Word 文件不需要它）"
    program = find_libreoffice()
    if program is None:
        yield f"  {_LACKING} 没有找到。{HOW_TO_INSTALL}"
    else:
        yield f"  {_THERE} {version(program) or 'LibreOffice'}（{program}）"


def _pictures() -> Iterator[str]:
    yield "页面图片（officegen preview）"
    lacking = [package for package in _PREVIEW_PACKAGES if not _version_of(package)]
    if lacking:
        yield f'  {_LACKING} 缺少 {"、".join(lacking)}。请运行：pip install "officegen[preview]"'
    else:
        yield f"  {_THERE} 可以生成。"


def _fonts() -> Iterator[str]:
    from officegen.preview.fonts import installed_families
    from officegen.standard import load

    yield "公文字体"
    families = installed_families()
    lacking = False
    for face in load().faces.values():
        found = next((name for name in (face.name, *face.alternatives) if name in families), None)
        lacking = lacking or found is None
        if found == face.name:
            yield f"  {_THERE} {face.label}：{found}"
        elif found:
            yield f"  {_THERE} {face.label}：没有 {face.name}，屏幕上可以用 {found} 代替。"
        else:
            yield f"  {_LACKING} {face.label}：没有 {face.name}，也没有能代替它的字体。"
    if lacking:
        yield "  缺字体不影响生成的文件：文件里写明了国标字体名，在装有这些字体的电脑上打开、打印都正常。"
        yield "  只是在这台电脑上看到的样子、生成的 PDF 和图片会用别的字体，字形和分行可能不同。"
        yield "  补齐办法：安装 WPS Office 或 Microsoft Office 的中文版；仿宋_GB2312、楷体_GB2312、方正小标宋简体"
        yield "  通常由单位统一配发，把字体文件放进系统字体文件夹即可。"
