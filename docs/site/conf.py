"""How Sphinx makes the site; scripts/site runs it.

The source folder holds README.md as its index, CONTRIBUTING.md and docs/. The
README says nothing of navigation, so the trees of pages are added to it here.
"""

import pathlib
import re
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

project = "corolint"
html_title = "corolint"
root_doc = "index"
include_patterns = ["index.md", "CONTRIBUTING.md", "docs/**.md"]

extensions = ["myst_parser", "repository_files", "sphinx.ext.githubpages"]
myst_heading_anchors = 4
# Only what GitHub renders too.
myst_enable_extensions = []
# A block of code that names no language is none.
highlight_language = "none"

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_use_index = False
html_show_copyright = False
pygments_style = "xcode"
pygments_dark_style = "github-dark"

CATALOG_LINE = re.compile(r'^COROLINT_RULE\((\w+), "(coro-[a-z-]+)"\)$', re.MULTILINE)


def families():
    """{folder of the rules: pages of its checks}, in the order of the catalog."""
    found = {}
    catalog = (ROOT / "checks/rules/catalog.def").read_text(encoding="utf-8")
    for variable, check in CATALOG_LINE.findall(catalog):
        for rule in (ROOT / "checks/rules").glob(f"*/{variable}.cpp"):
            found.setdefault(rule.parent.name, []).append(f"docs/checks/{check}")
    return found


def pages(folder, *first):
    """The pages right in a folder, some of them before the others."""
    first = [f"{folder}/{name}" for name in first]
    return first + sorted({f"{folder}/{page.stem}" for page in (ROOT / folder).glob("*.md")} - set(first))


def navigation():
    """{caption: pages}. A new page of a folder appears by itself; one of a new folder is an error of Sphinx."""
    meaning = ["docs/checks", "docs/semantics"]
    guides = [page for page in pages("docs", "configuration", "ci", "recipes") if page not in meaning]
    return {
        "Guides": guides + ["docs/sample/README"],
        "Checks": meaning,
        **{f"Checks: {family}": checks for family, checks in families().items()},
        "Runtime": pages("docs/runtime", "tour", "semantics"),
        "Internals": ["CONTRIBUTING"] + pages("docs/internals", "design"),
    }


def add_navigation(app, name, source):
    """Puts the trees behind the text of the index."""
    if name == root_doc:
        source[0] += "".join(
            "\n".join(["", "```{toctree}", ":hidden:", f':caption: "{caption}"', "", *listed, "```", ""])
            for caption, listed in navigation().items()
        )


# Debian's themes import what its web servers have at this address.
DEBIAN_IMPORT = re.compile(r"url\(/javascript/([\w./-]+)\)")


def bring_imports(app, error):
    """Copies the style sheets that Debian's theme expects of a web server into the site."""
    if error:
        return
    styles = pathlib.Path(app.outdir, "_static/styles")
    for sheet in styles.glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        for path in DEBIAN_IMPORT.findall(text):
            shutil.copy(pathlib.Path("/usr/share/javascript", path), styles)
        sheet.write_text(DEBIAN_IMPORT.sub(lambda found: f"url({pathlib.PurePath(found[1]).name})", text), encoding="utf-8")


def setup(app):
    app.connect("source-read", add_navigation)
    app.connect("build-finished", bring_imports)
