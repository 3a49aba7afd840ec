// RUN: %check_rule %s coro-blocking-call
// The call that blocks stands three plain functions away.

#include "lazy.h"
#include <unistd.h>

lib::task<int> receive(char *into, int size);

static void flush_to_disk(int file) { ::fsync(file); }

static void append(int file, const char *line, int size) {
  (void)::write(file, line, size);
  flush_to_disk(file);
}

static void audit(int file, const char *line, int size) {
  if (size > 0)
    append(file, line, size);
}

// Found at the call of audit; the notes lead to fsync.
lib::task<void> serve(int file) {
  char line[512];
  while (int size = co_await receive(line, sizeof line))
    audit(file, line, size);
}
