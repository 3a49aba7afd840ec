"""Links from a page to files and folders of the repository lead to pages of the site that show them.

On GitHub such a link is followed as it stands. Here the file may be outside of the site, so it is shown, coloured, on a
page of its own; a folder is a list of its files.
"""

import html
import pathlib
import posixpath
from urllib.parse import unquote

import pygments.lexers
import pygments.util
from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HOME = "files"


def shown(path):
    """What a folder lists."""
    return sorted(entry for entry in (ROOT / path).iterdir() if entry.is_file() and not entry.name.startswith("."))


def page_of(path):
    return posixpath.join(HOME, path)


class LinksToFiles(SphinxTransform):
    """Replaces what MyST makes of a link to something that is no page."""

    default_priority = 5

    def apply(self):
        for kind in (addnodes.download_reference, addnodes.pending_xref):
            for link in list(self.document.findall(kind)):
                self.lead(link)

    def lead(self, link):
        """Gives the link its page, unless it is one between pages."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.env.docname), unquote(link["reftarget"])))
        page = path.removesuffix(".md")
        if path == "README.md":
            page = self.config.root_doc
        elif page in self.env.found_docs or path.startswith("..") or not (ROOT / path).exists():
            return  # MyST leads to it, or warns.
        else:
            self.remember(path)
            page = page_of(path)
        uri = self.app.builder.get_relative_uri(self.env.docname, page)
        link.replace_self(nodes.reference("", "", *link.children, internal=True, refuri=uri))

    def remember(self, path):
        files = vars(self.env).setdefault("repository_files", set())
        files.add(path)
        if (ROOT / path).is_dir():
            files.update(entry.relative_to(ROOT).as_posix() for entry in shown(path))


def folder_body(path):
    # The page of a folder is beside the folder of its files' pages.
    folder = posixpath.basename(path)
    rows = [(html.escape(f"{folder}/{entry.name}.html"), html.escape(entry.name)) for entry in shown(path)]
    return "<ul>" + "".join(f'<li><a href="{link}"><code>{name}</code></a></li>' for link, name in rows) + "</ul>"


def file_body(app, path):
    text = (ROOT / path).read_text(encoding="utf-8")
    try:
        language = pygments.lexers.get_lexer_for_filename(path, text).aliases[0]
    except pygments.util.ClassNotFound:
        language = "none"
    return app.builder.highlighter.highlight_block(text, language)


def collect(app):
    """The pages of the files that were linked: name, what the template takes, template."""
    for path in sorted(vars(app.env).get("repository_files", ())):
        body = folder_body(path) if (ROOT / path).is_dir() else file_body(app, path)
        title = html.escape(path)
        heading = title.replace("/", "/<wbr>")
        yield page_of(path), {"title": title, "body": f"<h1><code>{heading}</code></h1>\n{body}", "parents": []}, "page.html"


def setup(app):
    app.add_transform(LinksToFiles)
    app.connect("html-collect-pages", collect)
    return {"parallel_read_safe": False}
