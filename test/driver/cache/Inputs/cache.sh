# What the sequences of these tests are written with. Each runs in a folder of
# its own, with its cache beside. All is parsed that is not in the cache: what
# the prefilter drops would look as if it were.

# The flags of most.
flags="-std=c++20 -I$INPUTS"

# Fills the cache.
fill() {
  "$COROLINT" --parse-all --cache=cache "$@" >fill.out 2>&1
  [ $? -le 1 ] || cat fill.out
}

# "cached" if nothing has to be analysed: what is in the cache needs no memory,
# and with so little of it all else fails.
state() {
  "$COROLINT" --parse-all --cache=cache --max-memory=1 "$@" >state.out 2>&1
  case $? in
    0|1) echo cached ;;
    3) echo analysed ;;
    *) cat state.out ;;
  esac
}

# All that is printed, and the exit code.
corolint() {
  "$COROLINT" --parse-all "$@" 2>&1
  echo "exit $?"
}

# start_server MODE: a server that keeps files in "server"; sets url.
start_server() {
  rm -f port
  python3 "$HERE/server.py" server port "$1" &
  server=$!
  trap 'kill $server' EXIT
  until [ -s port ]; do sleep 0.05; done
  url=http://127.0.0.1:$(cat port)/some/where
}

stop_server() {
  kill $server
  wait $server 2>/dev/null
  trap - EXIT
}
