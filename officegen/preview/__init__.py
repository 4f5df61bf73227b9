"""Word files as they look on paper: PDF through LibreOffice, pictures from the PDF."""

from officegen.preview.libreoffice import find_libreoffice, to_pdf
from officegen.preview.pictures import check_packages, to_pictures

__all__ = ["check_packages", "find_libreoffice", "to_pdf", "to_pictures"]
