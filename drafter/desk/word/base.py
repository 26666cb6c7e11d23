"""What an edited file is held against: the report as it was when the file was written, and as it is now."""

from dataclasses import dataclass

from drafter.desk.word.flow import Stretch
from drafter.desk.word.sentences import bare
from drafter.desk.working import Line, WorkingReport


@dataclass(frozen=True, slots=True)
class Base:
    """What the file was written from: the report as it was then, where that is known, and as it is now."""

    now: WorkingReport
    then: WorkingReport | None = None

    def was_there(self, line: Line) -> bool:
        """Return whether the file was written with a sentence."""
        before = self.then.line(line.id) if self.then else line
        return before is not None and not before.dropped

    def changed_since(self, line: Line, stretch: Stretch | None) -> bool:
        """Return whether the desk has changed a sentence since the file was written, as far as that is known."""
        if stretch and stretch.mark:
            return not stretch.mark.said(str(line.text))
        before = self.then.line(line.id) if self.then else None
        return before is not None and bare(str(before.text)) != bare(str(line.text))

    def untouched(self, line: Line, stretch: Stretch) -> bool:
        """Return whether the file says of a sentence what it said when it was written."""
        if bare(stretch.text) == bare(str(line.text)) or (stretch.mark and stretch.mark.said(stretch.text)):
            return True
        before = self.then.line(line.id) if self.then else None
        return before is not None and bare(str(before.text)) == bare(stretch.text)
