"""Writes WordprocessingML as text."""

from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str, /, *content: str, **attributes: str | int) -> str:
    """Write an element of the ``w:`` namespace.

    Args:
        name: Local name of the element.
        *content: Finished markup inside it.
        **attributes: Its ``w:`` attributes by local name.

    Returns:
        The markup.
    """
    opening = "".join(
        [f"w:{name}", *(f" w:{key}={quoteattr(str(each))}" for key, each in attributes.items())]
    )
    return f"<{opening}>{''.join(content)}</w:{name}>" if content else f"<{opening}/>"


def when(condition: object, markup: str) -> str:
    """Return the markup, or nothing where the condition does not hold."""
    return markup if condition else ""


def root(name: str, *content: str) -> str:
    """Write a whole part whose root is an element of the ``w:`` namespace."""
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{''.join(content)}</w:{name}>"


def text(characters: str) -> str:
    """Write characters of a run, blanks kept."""
    return f'<w:t xml:space="preserve">{escape(characters)}</w:t>'
