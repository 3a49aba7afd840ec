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
    // CHECK: :[[@LINE-1]]:5: warning: 'audit' may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
    // CHECK: :[[@LINE-9]]:5: note: 'audit' calls 'append' here
    // CHECK: :[[@LINE-15]]:3: note: 'append' calls 'flush_to_disk' here
    // CHECK: :[[@LINE-20]]:41: note: 'flush_to_disk' calls 'fsync' here; it waits for the storage
    // CHECK: :[[@LINE-8]]:17: note: 'serve' is a coroutine
    // CHECK: :[[@LINE-6]]:5: note: use the file operations of your coroutine library, or call it on a thread that may block
}
