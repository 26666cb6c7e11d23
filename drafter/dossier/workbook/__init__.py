"""The dossier as a workbook: written for Excel, WPS and LibreOffice, and read back from what they save."""
