// RUN: %check_rule %s coro-blocking-call
// SQLite has no other form: its work belongs on a thread that may block.

#include "lazy.h"

extern "C" {
typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_backup sqlite3_backup;
int sqlite3_prepare_v2(sqlite3 *database, const char *text, int size,
                       sqlite3_stmt **statement, const char **rest);
int sqlite3_bind_int(sqlite3_stmt *statement, int index, int value);
int sqlite3_step(sqlite3_stmt *statement);
int sqlite3_column_int(sqlite3_stmt *statement, int column);
int sqlite3_finalize(sqlite3_stmt *statement);
int sqlite3_exec(sqlite3 *database, const char *text,
                 int (*row)(void *, int, char **, char **), void *context,
                 char **error);
int sqlite3_backup_step(sqlite3_backup *backup, int pages);
int sqlite3_backup_remaining(sqlite3_backup *backup);
int sqlite3_wal_checkpoint(sqlite3 *database, const char *name);
int sqlite3_sleep(int milliseconds);
}

// Found twice.
lib::task<int> count_orders(sqlite3 *database, int customer) {
  sqlite3_exec(database, "begin", nullptr, nullptr, nullptr);
  // CHECK: :[[@LINE-1]]:3: warning: 'sqlite3_exec' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sqlite3_exec' runs the statement to its next row or its end, and waits for the storage
  // CHECK: :[[@LINE-4]]:16: note: 'count_orders' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: run the statement on a thread that may block
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(database, "select count(*) from orders where customer = ?",
                     -1, &statement, nullptr);
  sqlite3_bind_int(statement, 1, customer);
  int count = 0;
  if (sqlite3_step(statement) == 100)
  // CHECK: :[[@LINE-1]]:7: warning: 'sqlite3_step' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:7: note: 'sqlite3_step' runs the statement to its next row or its end, and waits for the storage
  // CHECK: :[[@LINE-14]]:16: note: 'count_orders' is a coroutine
  // CHECK: :[[@LINE-4]]:7: note: run the statement on a thread that may block
    count = sqlite3_column_int(statement, 0);
  sqlite3_finalize(statement);
  co_return count;
}

// Found three times: copying, sleeping, and the log written back.
lib::task<> back_up(sqlite3 *database, sqlite3_backup *backup) {
  while (sqlite3_backup_remaining(backup) > 0) {
    sqlite3_backup_step(backup, 16);
    // CHECK: :[[@LINE-1]]:5: warning: 'sqlite3_backup_step' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:5: note: 'sqlite3_backup_step' copies pages of the database and waits for the storage
    // CHECK: :[[@LINE-5]]:13: note: 'back_up' is a coroutine
    // CHECK: :[[@LINE-4]]:5: note: copy the database on a thread that may block
    sqlite3_sleep(20);
    // CHECK: :[[@LINE-1]]:5: warning: 'sqlite3_sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:5: note: 'sqlite3_sleep' puts the whole thread to sleep
    // CHECK: :[[@LINE-10]]:13: note: 'back_up' is a coroutine
    // CHECK: :[[@LINE-4]]:5: note: co_await a timer of your coroutine library
  }
  sqlite3_wal_checkpoint(database, nullptr);
  // CHECK: :[[@LINE-1]]:3: warning: 'sqlite3_wal_checkpoint' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sqlite3_wal_checkpoint' writes the log into the database and waits for the storage
  // CHECK: :[[@LINE-16]]:13: note: 'back_up' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: make the checkpoint on a thread that may block
  co_return;
}
