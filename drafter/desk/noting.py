"""Notes that are handed in on the desk: evidence for what an editor wants to say."""

from dataclasses import asdict, replace

from drafter.desk.account import Account
from drafter.desk.actions import AddNote
from drafter.desk.grounds import note_findings
from drafter.desk.outcome import Done, Refused
from drafter.desk.working import AddedNote, WorkingReport
from drafter.findings import blocking

ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障", "问题", "改进", "其他")
MOST_CHARACTERS = 600
MOST_NOTES = 99


def add_note(working: WorkingReport, action: AddNote, account: Account) -> Done | Refused:
    """Return the report with a note more; refused where it says nothing, or what no report may hold."""
    text, source = action.text.strip(), action.source.strip()
    if action.aspect not in ASPECTS:
        return Refused("aspect-unknown", f"方面只能是{'、'.join(ASPECTS)}之一")
    if not text or len(text) > MOST_CHARACTERS:
        return Refused("note-empty" if not text else "note-too-long", f"材料要有内容，最多 {MOST_CHARACTERS} 个字")
    if not source or len(source) > MOST_CHARACTERS:
        return Refused("source-missing", "请写明材料来自哪里（文件、台账或谁提供的）")
    if len(working.notes) >= MOST_NOTES:
        return Refused("notes-too-many", f"最多补 {MOST_NOTES} 条材料")
    note = AddedNote(f"E{len(working.notes) + 1:02d}", action.aspect, text, source, account.name)
    if wrong := blocking(note_findings(note)):
        return Refused(wrong[0].code, f"{wrong[0].message}{wrong[0].suggestion}")
    return Done(replace(working, notes=(*working.notes, note)), note.id, {}, asdict(note))
