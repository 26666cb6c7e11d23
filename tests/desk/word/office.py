"""LibreOffice at work: files edited in it and saved by it, in any format it writes."""

import subprocess
from pathlib import Path

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">
Sub Run
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
{steps}
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
  doc.storeToURL("{target}", filter())
  doc.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
  library:readonly="false" library:passwordprotected="false"><library:element library:name="Edit"/></library:library>
"""
_REPLACE = """  d{number} = doc.createReplaceDescriptor()
  d{number}.SearchString = "{old}"
  d{number}.ReplaceString = "{new}"
  doc.replaceAll(d{number})"""
_TYPE = """  s{number} = doc.createSearchDescriptor()
  s{number}.SearchString = "{behind}"
  f{number} = doc.findFirst(s{number})
  f{number}.Text.insertString(f{number}.End, "{new}", False)"""
_COMMENT = """  s{number} = doc.createSearchDescriptor()
  s{number}.SearchString = "{at}"
  f{number} = doc.findFirst(s{number})
  c{number} = doc.createInstance("com.sun.star.text.textfield.Annotation")
  c{number}.Author = "{author}"
  c{number}.Content = "{text}"
  f{number}.Text.insertTextContent(f{number}, c{number}, True)"""


class Office:
    """A LibreOffice with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        self._number = 0

    def saved_as(self, content: bytes, ending: str) -> bytes:
        """Return a file as LibreOffice saves it in another format, or in the same."""
        self._number += 1
        source, out = self.folder / f"{self._number}.docx", self.folder / f"out{self._number}"
        source.write_bytes(content)
        self._run("--convert-to", ending, "--outdir", str(out), str(source))
        return (out / f"{self._number}.{ending}").read_bytes()

    def edited(self, content: bytes, *steps: str) -> bytes:
        """Return a file after the steps of a macro, saved as docx."""
        # The first start of a profile writes its own libraries over those that it finds.
        if not (library := self.folder / "profile" / "user" / "basic" / "Standard").is_dir():
            self.saved_as(content, "txt")
        self._number += 1
        source, target = self.folder / f"{self._number}.docx", self.folder / f"edited{self._number}.docx"
        source.write_bytes(content)
        library.mkdir(parents=True, exist_ok=True)
        module = _MODULE.format(source=source.as_uri(), target=target.as_uri(), steps="\n".join(steps))
        (library / "Edit.xba").write_text(module, encoding="utf-8")
        (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        self._run("macro:///Standard.Edit.Run()")
        return target.read_bytes()

    def _run(self, *arguments: str) -> None:
        command = ["soffice", self.profile, "--headless", "--norestore", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=180)


RECORD = "  doc.RecordChanges = True"
DO_NOT_RECORD = "  doc.RecordChanges = False"


def replace(number: int, old: str, new: str) -> str:
    """Return the step that types over words."""
    return _REPLACE.format(number=number, old=old, new=new)


def type_behind(number: int, behind: str, new: str) -> str:
    """Return the step that types behind words."""
    return _TYPE.format(number=number, behind=behind, new=new)


def comment(number: int, at: str, author: str, text: str) -> str:
    """Return the step that writes a comment at words."""
    return _COMMENT.format(number=number, at=at, author=author, text=text)
