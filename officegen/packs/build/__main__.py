"""Writes the default pack's templates: ``python -m officegen.packs.build [DIR]``."""

import sys
from pathlib import Path

from officegen.packs.build import KINDS, build_template

_DEFAULT_PACK = Path("templates", "gbt9704")


def main(directory: Path) -> None:
    """Write the template of every kind into a directory."""
    directory.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (directory / f"{kind}.docx").write_bytes(build_template(kind))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else _DEFAULT_PACK)
