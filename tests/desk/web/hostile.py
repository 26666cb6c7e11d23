"""Text that would run, or break out of where it stands, on a page that does not escape it."""

CORPUS = (
    "<script>xss()</script>",
    "<img src=x onerror=xss()>",
    '"><svg/onload=xss()>',
    "' onmouseover='xss()' x='",
    '" autofocus onfocus="xss()',
    "</textarea><script>xss()</script>",
    "</title><script>xss()</script>",
    "<!--><script>xss()</script>",
    "<a href='javascript:xss()'>x</a>",
    "<iframe srcdoc='&lt;script&gt;xss()&lt;/script&gt;'>",
    "<div hx-get='/board' hx-trigger='load' data-hx-on:load='xss()'>",
    "<form action='https://evil.example'><button>x</button>",
    "<style>*{background:url(https://evil.example)}</style>",
    "<base href='https://evil.example'>",
    "{{ 7 * 191 }}{% raw %}",
    "${7*191}#{7*191}",
    "&lt;script&gt;xss()&lt;/script&gt;",
    "\u202e<script>xss()</script>",
)


def short(text: str) -> str:
    """Return a hostile text without digits, which the desk would refuse for another reason."""
    return "".join(letter for letter in text if not letter.isdigit() and letter not in "{}")
