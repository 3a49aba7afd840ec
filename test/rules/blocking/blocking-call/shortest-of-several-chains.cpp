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
  // CHECK: :[[@LINE-1]]:3: warning: 'write_tree' may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
  // CHECK: :[[@LINE-7]]:3: note: 'write_tree' calls 'write_record' here
  // CHECK: :[[@LINE-15]]:5: note: 'write_record' calls 'sync_file' here
  // CHECK: :[[@LINE-23]]:37: note: 'sync_file' calls 'fsync' here; it waits for the storage
  // CHECK: :[[@LINE-6]]:17: note: 'store' is a coroutine
  // CHECK: :[[@LINE-6]]:3: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}
