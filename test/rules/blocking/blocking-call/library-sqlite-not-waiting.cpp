// RUN: %check_rule %s coro-blocking-call
// SQLite where it runs no statement, or where it may.

#include "lazy.h"

extern "C" {
typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_backup sqlite3_backup;
int sqlite3_open(const char *name, sqlite3 **database);
int sqlite3_prepare_v2(sqlite3 *database, const char *text, int size,
                       sqlite3_stmt **statement, const char **rest);
int sqlite3_step(sqlite3_stmt *statement);
int sqlite3_exec(sqlite3 *database, const char *text,
                 int (*row)(void *, int, char **, char **), void *context,
                 char **error);
int sqlite3_sleep(int milliseconds);
}

// Not found: touches no storage worth the name.
lib::task<sqlite3_stmt *> prepare(const char *name) {
  sqlite3 *database = nullptr;
  sqlite3_stmt *statement = nullptr;
  sqlite3_open(name, &database);
  sqlite3_prepare_v2(database, "select 1", -1, &statement, nullptr);
  sqlite3_sleep(0);
  co_return statement;
}

// Not found: a member that only has the name.
struct machine {
  int sqlite3_step(int input);
};

lib::task<int> step(machine &of, int input) {
  co_return of.sqlite3_step(input);
}

// Not found: no coroutine.
int vacuum(sqlite3 *database) {
  return sqlite3_exec(database, "vacuum", nullptr, nullptr, nullptr);
}
// CHECK-NONE
