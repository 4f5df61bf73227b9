"""Paragraphs of a template: tags in named styles, nothing formatted by hand."""

from dataclasses import dataclass

from officegen.packs.build.markup import text, w, when
from officegen.packs.build.names import DIRECTIVE, style_id
from officegen.standard import Element, Layout, load


@dataclass(frozen=True, slots=True)
class Sheet:
    """Writes the paragraphs of a template in the styles of a layout."""

    layout: Layout

    def paragraph(self, key: str, words: str = "") -> str:
        """Write a paragraph in the style of an element.

        Args:
            key: Key of the element.
            words: Text and tags; a tab character becomes a tab.

        Returns:
            The paragraph; without words, an empty one.
        """
        return self._paragraph(load().elements[key], words)

    def directive(self, tag: str) -> str:
        """Write a paragraph that steers paragraphs, such as ``if 副标题``; it leaves nothing behind."""
        return self._paragraph(DIRECTIVE, f"{{%p {tag} %}}")

    def when(self, condition: str, *paragraphs: str) -> str:
        """Write paragraphs that stand only where a condition holds."""
        return "".join([self.directive(f"if {condition}"), *paragraphs, self.directive("endif")])

    def row(self, key: str, words: str) -> str:
        """Write a table row of one cell as wide as the text, which holds one paragraph."""
        return self._row(self.paragraph(key, words))

    def rows_when(self, condition: str, *rows: str) -> str:
        """Write table rows that stand only where a condition holds."""
        opening = self._row(self._paragraph(DIRECTIVE, f"{{%tr if {condition} %}}"))
        closing = self._row(self._paragraph(DIRECTIVE, "{%tr endif %}"))
        return "".join([opening, *rows, closing])

    def blank_row(self, key: str, height: int) -> str:
        """Write an empty table row of exact height in twips."""
        return self._row(self.paragraph(key), w("trHeight", val=height, hRule="exact"))

    def _row(self, paragraph: str, height: str = "") -> str:
        cell = w("tc", w("tcPr", w("tcW", w=load().text_width, type="dxa")), paragraph)
        return w("tr", w("trPr", w("cantSplit"), height), cell)

    def _paragraph(self, element: Element, words: str) -> str:
        style = w("pPr", w("pStyle", val=style_id(element)))
        return w("p", style, when(words, self._run(words)))

    def _run(self, words: str) -> str:
        """Write a run; where Latin has its own font, a hint keeps “ ” and — in the Chinese one."""
        hint = when(self.layout.latin_font, w("rPr", w("rFonts", hint="eastAsia")))
        return w("r", hint, w("tab").join(text(piece) for piece in words.split("\t")))
