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
# Quotes as they are written.
smartquotes = False
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
    guides = [page for page in pages("docs", "packages", "configuration", "ci", "recipes") if page not in meaning]
    return {
        "Guides": guides + ["docs/sample/README"],
        "Checks": meaning,
        **{f"Checks: {family}": checks for family, checks in families().items()},
        "Runtime": pages("docs/runtime", "tour", "checked", "semantics", "watch"),
        "Internals": ["CONTRIBUTING"] + pages("docs/internals", "design"),
    }


def trees():
    """The navigation in the words of MyST."""
    return "".join(
        "\n".join(["", "```{toctree}", ":hidden:", f':caption: "{caption}"', "", *listed, "```", ""])
        for caption, listed in navigation().items()
    )


# The examples of a check, which GitHub does not tell apart.
LABELLED = re.compile(r"^```(cpp) (bad|good)\n", re.MULTILINE)


def prepare(app, name, source):
    """Adds to the text of a page what its Markdown cannot say."""
    source[0] = LABELLED.sub(r"```{code-block} \1\n:class: \2\n", source[0])
    if name == root_doc:
        source[0] += trees()


# Debian's theme imports what Debian's web servers have at this address,
DEBIAN_STYLE = re.compile(r"url\(/javascript/([\w./-]+)\)")
# and a script as if it were a module, which it is not loaded as.
DEBIAN_SCRIPT = re.compile(r'^import \w+ from "\./([\w.-]+)";\n', re.MULTILINE)


def complete_theme(app, error):
    """Puts what the style sheets and scripts of Debian's theme import into the site."""
    if error:
        return
    static = pathlib.Path(app.outdir, "_static")
    for sheet in (static / "styles").glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        for path in DEBIAN_STYLE.findall(text):
            shutil.copy(pathlib.Path("/usr/share/javascript", path), sheet.parent)
        sheet.write_text(DEBIAN_STYLE.sub(lambda found: f"url({pathlib.PurePath(found[1]).name})", text), encoding="utf-8")
    for script in (static / "scripts").glob("*.js"):
        text = script.read_text(encoding="utf-8")
        imported = [(script.parent / name).read_text(encoding="utf-8") for name in DEBIAN_SCRIPT.findall(text)]
        script.write_text("".join(imported) + DEBIAN_SCRIPT.sub("", text), encoding="utf-8")


def setup(app):
    app.connect("source-read", prepare)
    app.connect("build-finished", complete_theme)
