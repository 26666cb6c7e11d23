"""The page that a clerk copies requests from: one file, no script, no request to anywhere."""

from collections.abc import Sequence
from html import escape

from drafter.dossier.model import Dossier
from drafter.writing.backends.base import Request
from drafter.writing.backends.relay import chat_text

PAGE = "请求.html"
Entry = tuple[str, str, int, Request]

STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #eceff3; color: #1a1a1a; line-height: 1.7; font-size: 1rem;
  font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimHei, sans-serif; }
main { max-width: 54rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0; }
section { background: #fff; border: 1px solid #c9ced6; border-radius: 4px; padding: 1.25rem; margin: 1.5rem 0; }
textarea { width: 100%; height: 16rem; box-sizing: border-box; padding: .75rem; border: 1px solid #6b7280;
  background: #f7f8fa; color: inherit; font: .875rem/1.6 Consolas, "Noto Sans Mono CJK SC", monospace; }
textarea:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
label { display: block; margin: .25rem 0 .5rem; }
code { background: #dde2e9; padding: .1em .4em; border-radius: 3px; overflow-wrap: anywhere; }
.note { border-left: 4px solid #b3261e; padding-left: 1rem; }
"""

STEPS = """<ol>
<li>点一下灰框，按 <kbd>Ctrl</kbd>+<kbd>A</kbd> 全选、<kbd>Ctrl</kbd>+<kbd>C</kbd> 复制。</li>
<li>在单位批准使用的对话工具里新开一个对话，粘贴、发送。每个请求用一个新对话。</li>
<li>等它写完，把回复整段复制到记事本，存到本文件夹的 <code>replies</code> 里，\
文件名照每个请求标题下写的，编码选 <code>UTF-8</code>。</li>
<li>运行 <code>drafter relay import 资料 文件夹</code>。\
要改写的句子会成为新的请求：再运行 <code>drafter relay export</code>，刷新这一页。</li>
</ol>
<p>有批量接口的，把 <code>requests.jsonl</code> 提交上去，结果存成本文件夹的 <code>output.jsonl</code>，同样导入。</p>
<p class="note">请求里的数字已换成占位符，但文字是经办人的材料原文。只用单位批准的工具，不要用于涉密内容。</p>
"""


def page(dossier: Dossier, entries: Sequence[Entry]) -> str:
    """Return the page of the open requests: id, section, round and request of each."""
    title = f"{dossier.organ.name} {dossier.year} 年度报告：请求"
    titles = {section: dossier.form.section(section).title for section in {entry[1] for entry in entries}}
    parts = [_section(number, titles[entry[1]], entry) for number, entry in enumerate(entries, start=1)]
    lead = f"<p>还有 {len(entries)} 个请求没有回复。</p>\n{STEPS}" if entries else _done()
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{lead}{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def _done() -> str:
    return "<p>所有请求都有了回复，可以起草：<code>drafter draft 资料 -o 报告 --model relay:文件夹</code></p>\n"


def _section(number: int, title: str, entry: Entry) -> str:
    short, _, round_number, request = entry
    what = f"第 {round_number} 次改写" if round_number else "起草"
    return (
        f'<section aria-labelledby="h-{short}">\n<h2 id="h-{short}">{number}. {escape(title)}：{what}</h2>\n'
        f'<label for="r-{short}">回复存成 <code>replies/{short}.txt</code></label>\n'
        # The parser drops one line end after the tag.
        f'<textarea id="r-{short}" readonly spellcheck="false">\n{escape(chat_text(request))}</textarea>\n</section>\n'
    )
