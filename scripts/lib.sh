# What scripts/try and scripts/test share: packages, building.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_packages=(
  ninja-build cmake ccache python3
  g++ clang-19 lld-19 libclang-19-dev llvm-19-dev libgtest-dev libgmock-dev
  libcurl4-openssl-dev # for --remote-cache
  libgrpc++-dev libprotobuf-dev libabsl-dev # what clangd is made of
  libncurses-dev nlohmann-json3-dev # what corolint-console is made of
)
package_packages=(
  dpkg-dev file gzip
  libclang-16-dev llvm-16-dev libclang-22-dev llvm-22-dev
)
site_packages=(python3-sphinx python3-myst-parser furo)
test_packages=(
  clang-tidy-19 clang-format-19 llvm-19-tools
  clang-tidy-16 clang-tidy-22
  clangd-19 clangd-22 # ours are compared with them
  libclang-rt-19-dev # the sanitizers
  libc++-19-dev libc++abi-19-dev
  # Real code that the tests lint.
  libboost1.81-dev libboost1.81-doc libssl-dev
  qcoro-qt6-dev qt6-base-dev qt6-declarative-dev pkg-config
  curl # drives an example of the runtime
  tmux # a terminal for corolint-console
  valgrind # counts the instructions of the runtime
  git # tells which lines have changed
  python3-jsonschema python3-yaml # hold the project file against its schema
  chromium # shows the report that is a page of HTML
  "${site_packages[@]}" # make the site
  "${package_packages[@]}" lintian mmdebstrap # packages, and a clean root for them
  pre-commit mandoc zsh fish # for what integrations/ has for them
  neovim emacs-nox elpa-eglot # editors that show what clangd finds
)

die() {
  echo "$(basename "$0"): error: $*" >&2
  exit 2
}

as_root() {
  if ((EUID == 0)); then
    env "$@"
  elif command -v sudo >/dev/null; then
    sudo env "$@"
  else
    die "packages are missing; run this as root, or install sudo or these: ${missing[*]}"
  fi
}

# Installs those of the packages that are missing; most runs find none.
install_packages() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    die "this is made for Debian 12; elsewhere install what is named in scripts/lib.sh and use cmake --preset dev"
  local have package
  have=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  missing=()
  for package; do
    grep -qx "installed $package" <<<"$have" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  echo "installing ${missing[*]}"
  as_root apt-get update -qq ||
    echo "apt-get update failed; going on with the lists there are" >&2
  as_root DEBIAN_FRONTEND=noninteractive apt-get install -qq -y \
    --no-install-recommends "${missing[@]}" >/dev/null ||
    die "could not install ${missing[*]}"
}

# Microsoft's reader of SARIF, 96 MB, which one test asks for its opinion.
# Without npm or a network that test does not run.
install_sarif_multitool() {
  local package=@microsoft/sarif-multitool-linux version=5.7.0
  local tool=$root/build/npm/node_modules/$package/Sarif.Multitool
  [[ -x $tool ]] && return
  command -v npm >/dev/null && timeout 120 npm install --silent --no-save \
    --no-audit --no-fund --ignore-scripts --prefix "$root/build/npm" \
    "$package@$version" >/dev/null 2>&1 && chmod u+x "$tool" ||
    echo "no $package: what it says of our SARIF is not tested" >&2
}

# TypeScript and the types that the extension for VS Code is built with, 30 MB.
# Without npm or a network it is not tested.
install_extension_packages() {
  local source=$root/integrations/editors/vscode/extension
  local folder=$root/build/npm/vscode
  # npm writes the hidden one when all is there.
  [[ -e $folder/node_modules/.package-lock.json ]] &&
    cmp -s {"$source","$folder"}/package-lock.json && return
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$source"/package{,-lock}.json "$folder"
  command -v npm >/dev/null &&
    timeout 120 npm ci --silent --no-audit --no-fund --ignore-scripts \
      --prefix "$folder" >/dev/null 2>&1 || {
    rm -rf "$folder"
    echo "no packages of npm: the extension for VS Code is not tested" >&2
  }
}

# Whether a folder can be laid over another, which some containers forbid.
can_overlay() {
  local try code=0
  try=$(mktemp -d -p "$1")
  mkdir "$try"/{lower,upper,work,over}
  unshare --mount mount -t overlay overlay \
    -o "lowerdir=$try/lower,upperdir=$try/upper,workdir=$try/work" \
    "$try/over" || code=$?
  rm -rf "$try"
  return $code
}

# A Debian of its own, to install packages in; 500 MB. Where it cannot be made,
# how the packages install is not tested.
make_clean_root() {
  local clean=$root/build/clean-root codename why=""
  [[ -e $clean/base/usr ]] && return
  rm -rf "$clean"
  mkdir -p "$clean"
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  # From where this machine has its packages, and asked in the same way.
  apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' | grep " $codename" | sort -u >"$clean/sources.list"
  apt-config dump Acquire >"$clean/apt.conf"
  if ((EUID != 0)); then
    why="it needs root"
  elif ! can_overlay "$clean" 2>"$clean/log"; then
    why=$(tail -1 "$clean/log")
  elif timeout 600 mmdebstrap --quiet --variant=minbase \
    --include=g++,cmake,make --aptopt="$clean/apt.conf" \
    --dpkgopt=force-unsafe-io --skip=cleanup/apt/lists \
    "$codename" "$clean/new" "$clean/sources.list" >"$clean/log" 2>&1; then
    mv "$clean/new" "$clean/base"
  else
    why=$(grep '^E:' "$clean/log" | head -1)
  fi
  [[ -z $why ]] ||
    echo "no clean root ($why): how the packages install is not tested" >&2
}

# quietly NAME COMMAND...: shows the output only if the command fails.
quietly() {
  local log=$root/build/$1.log
  shift
  "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    return 1
  }
}

# build PRESET [TARGET...]
build() {
  local preset=$1 folder=$root/build/$1
  shift
  mkdir -p "$root/build"
  (cd "$root" && quietly "configure-$preset" cmake --preset "$preset") || return 1
  ninja -C "$folder" -j"$(nproc)" "$@" >&2
}
