"""Word files → PDF by a headless LibreOffice with the stand-in fonts.

Starting the program costs one to four seconds and a document about a tenth: convert many at once.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

START_SECONDS = 90
"""How long the first start with a new profile may take on a slow machine."""

DOCUMENT_SECONDS = 10
"""How long one document may take on top."""


class ConversionError(Exception):
    """LibreOffice did not make the PDF."""


def find_soffice() -> Path | None:
    """The LibreOffice program, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(found) if found else None


@dataclass(frozen=True)
class LibreOffice:
    """One LibreOffice with a profile of its own; remembers what it has converted."""

    program: Path
    fontconfig: Path
    profile: Path
    """A folder no other process uses: two processes with one profile wait for each other for ever."""
    _made: dict[bytes, bytes] = field(default_factory=dict, repr=False)

    def to_pdf(self, docx: bytes) -> bytes:
        """One Word file as PDF. For more than one, `to_pdfs` is far quicker."""
        return self.to_pdfs({"document": docx})["document"]

    def to_pdfs(self, documents: Mapping[str, bytes]) -> dict[str, bytes]:
        """All Word files as PDF, under the same names, in one run of LibreOffice.

        Raises:
            ConversionError: a document could not be read, or the time ran out.
        """
        digests = {name: sha256(docx).digest() for name, docx in documents.items()}
        new = {
            digests[name]: (name, docx) for name, docx in documents.items() if digests[name] not in self._made
        }
        if new:
            self._convert(new)
        return {name: self._made[digest] for name, digest in digests.items()}

    def _convert(self, new: Mapping[bytes, tuple[str, bytes]]) -> None:
        with tempfile.TemporaryDirectory(prefix="officegen-pdf-") as scratch:
            folder = Path(scratch)
            sources = [folder / f"{index:04}.docx" for index in range(len(new))]
            for source, (_, docx) in zip(sources, new.values(), strict=True):
                source.write_bytes(docx)
            said = self._run(sources, folder)
            failed = []
            for source, (digest, (name, _)) in zip(sources, new.items(), strict=True):
                pdf = source.with_suffix(".pdf")
                if pdf.is_file():
                    self._made[digest] = pdf.read_bytes()
                else:
                    failed.append(name)
        if failed:
            raise ConversionError(f"LibreOffice made no PDF of {', '.join(failed)}; it said:\n{said}")

    def _run(self, sources: list[Path], folder: Path) -> str:
        command = [
            str(self.program),
            f"-env:UserInstallation={self.profile.absolute().as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, sources),
        ]
        seconds = START_SECONDS + DOCUMENT_SECONDS * len(sources)
        process = subprocess.Popen(
            command,
            env=os.environ | {"FONTCONFIG_FILE": str(self.fontconfig)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        with process:
            try:
                said, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired as error:
                # soffice is a script around soffice.bin: the whole session has to go.
                os.killpg(process.pid, signal.SIGKILL)
                raise ConversionError(
                    f"LibreOffice did not finish {len(sources)} documents in {seconds} s"
                ) from error
        return said
