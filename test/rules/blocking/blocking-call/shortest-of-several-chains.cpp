// RUN: %check_rule %s coro-blocking-call
// Two ways to the disk: the notes show the shorter one, once.

#include "lazy.h"
#include <unistd.h>

static void sync_file(int file) { ::fsync(file); }
static void rotate(int file) { sync_file(file); }

static void write_record(int file, bool full) {
  if (full)
    rotate(file);
  else
    sync_file(file);
}

// Recursion does not keep the search busy.
static void write_tree(int file, int depth) {
  if (depth > 0)
    write_tree(file, depth - 1);
  write_record(file, depth == 0);
}

// Found once: write_tree, write_record, sync_file, fsync.
lib::task<void> store(int file) {
  write_tree(file, 3);
  co_return;
}
