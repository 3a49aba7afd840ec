"""A Debian of its own, in which packages are tried: what debootstrap calls minbase, and a C++ compiler with CMake.

    with CleanRoot(folder) as root:
        root.run("apt-get install --yes ./some.deb")

build/clean-root/base is made once, by scripts/test; what a test changes lies in a
folder over it. The mounts are seen by this program only, and gone when it ends.
"""

import os
import pathlib
import shutil
import subprocess
import sys

from lsp import check

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLEAN = ROOT / "build/clean-root"
PACKAGES = ROOT / "build/packages-dev"
INSIDE = "COROLINT_IN_CLEAN_ROOT"
ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/tmp/home", "LC_ALL": "C.UTF-8", "TERM": "dumb",
    "DEBIAN_FRONTEND": "noninteractive", "TMPDIR": "/tmp",
    **{name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}}  # fmt: skip
# What dpkg and apt write down about their own doings.
DIARIES = (
    "/var/lib/dpkg", "/var/lib/apt", "/var/cache", "/var/log", "/tmp", "/proc", "/dev", "/sys",
    # Of dpkg itself, which is told to hurry here.
    "/etc/ld.so.cache")  # fmt: skip


def alone():
    """Starts this program anew where it sees mounts and processes of its own."""
    if INSIDE not in os.environ:
        os.environ[INSIDE] = "1"
        os.execvp("unshare", ["unshare", "--mount", "--pid", "--fork", "--kill-child", sys.executable, *sys.argv])


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True)


class CleanRoot:
    """In the folder, which is deleted first."""

    def __init__(self, folder):
        alone()
        self.folder = pathlib.Path(folder).resolve()
        self.path = self.folder / "root"

    def __enter__(self):
        self.clear()
        changes, work, archives = self.folder / "changes", self.folder / "work", CLEAN / "archives"
        for each in (self.path, changes, work, archives / "partial"):
            each.mkdir(parents=True, exist_ok=True)
        mount("-t", "overlay", "overlay", "-o", f"lowerdir={CLEAN / 'base'},upperdir={changes},workdir={work}", self.path)
        mount("-t", "proc", "proc", self.path / "proc")
        # What one test has downloaded the next one need not.
        mount("--bind", archives, self.path / "var/cache/apt/archives")
        shutil.copy("/etc/resolv.conf", self.path / "etc")
        (self.path / "tmp/home").mkdir()
        self.bring(PACKAGES, "tmp/packages")
        # The base may be an old one.
        self.run("apt-get update -qq || true")
        return self

    def __exit__(self, *_):
        """The mounts go with the namespace, but the folder is wanted empty."""
        subprocess.run(["umount", "--recursive", "--lazy", self.path], check=True)
        self.clear()

    def clear(self):
        subprocess.run(["rm", "-rf", "--one-file-system", self.folder], check=True)

    def bring(self, source, place):
        """Copies a folder of this machine into the root."""
        shutil.copytree(source, self.path / place)

    def run(self, command, ends_with=0, **environment):
        """What the shell command printed; it must end with this exit code."""
        done = subprocess.run(
            ["chroot", self.path, "sh", "-c", f"cd /tmp/home && {command}"], env=ENVIRONMENT | environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace", timeout=900)  # fmt: skip
        check(done.returncode == ends_with, f"exit code {ends_with} of: {command}", str(done.returncode), done.stdout)
        return done.stdout

    def files(self):
        """{path: kind, mode, size, target of a link}, without what changes with every command."""
        skipped = " -o ".join(f"-path {place}" for place in DIARIES)
        listed = self.run(rf"find / -xdev \( {skipped} \) -prune -o ! -type d -printf '%p\t%y %m %s %l\n' -o -printf '%p\t%y %m\n'")
        return dict(line.split("\t", 1) for line in listed.splitlines())
