"""What a folder of HTML and CSS refers to and does not hold.

usage: links.py FOLDER

Prints a line for each link, picture, script or style sheet that leads to nothing, to an anchor that is not there, or to
an address that holds on one server only; then how many it followed. The exit code is 1 if any is broken.
"""

import html.parser
import pathlib
import re
import sys
from urllib.parse import unquote, urlsplit

# What the browser fetches by itself; the site must have it. Links may lead away.
FETCHED = {("script", "src"), ("img", "src"), ("link", "href")}
STYLE_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)")


class Page(html.parser.HTMLParser):
    """The anchors of a page, and its references as (tag, attribute, address, line)."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.references = {""}, []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" or (tag, name) == ("a", "name"):
                self.anchors.add(value)
            elif name in ("href", "src"):
                self.references.append((tag, name, value or "", self.getpos()[0]))


def references(path, pages):
    """(whether it is fetched, address, line) of all that a file refers to."""
    if path in pages:
        for tag, name, address, line in pages[path].references:
            yield (tag, name) in FETCHED, address, line
    else:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for address in STYLE_ADDRESS.findall(line):
                yield True, address, number


def broken(path, address, fetched, pages):
    """Why a reference leads nowhere; nothing if it leads somewhere."""
    parts = urlsplit(address)
    if parts.scheme == "data" or (parts.scheme and not fetched):
        return ""
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return "is not of this site"
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_file():
        return "does not exist"
    if target in pages and unquote(parts.fragment) not in pages[target].anchors:
        return "has no such anchor"
    return ""


folder = pathlib.Path(sys.argv[1]).resolve()
pages = {path: Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
followed, wrong = 0, 0
for path in sorted([*pages, *folder.rglob("*.css")]):
    for fetched, address, line in references(path, pages):
        followed += 1
        if why := broken(path, address, fetched, pages):
            wrong += 1
            print(f"{path.relative_to(folder)}:{line}: {address} {why}")
print(f"{followed} references in {len(pages)} pages, {wrong} broken")
sys.exit(1 if wrong or not followed else 0)
