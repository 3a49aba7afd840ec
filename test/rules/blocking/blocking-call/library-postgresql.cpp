// RUN: %check_rule %s coro-blocking-call
// libpq: what waits for the server.

#include "lazy.h"

extern "C" {
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
PGconn *PQconnectdb(const char *info);
PGresult *PQexec(PGconn *connection, const char *query);
PGresult *PQprepare(PGconn *connection, const char *name, const char *query,
                    int count, const unsigned *types);
int PQgetCopyData(PGconn *connection, char **buffer, int async);
int lo_read(PGconn *connection, int object, char *buffer, unsigned long size);
}

// Found three times: each waits for the server.
lib::task<PGresult *> report(const char *info) {
  PGconn *connection = PQconnectdb(info);
  // CHECK: :[[@LINE-1]]:24: warning: 'PQconnectdb' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:24: note: 'PQconnectdb' waits until the server has accepted the connection
  // CHECK: :[[@LINE-4]]:23: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:24: note: use 'PQconnectStart' and co_await the readiness of the socket before each 'PQconnectPoll'
  PQprepare(connection, "totals", "select sum(amount) from orders", 0, nullptr);
  // CHECK: :[[@LINE-1]]:3: warning: 'PQprepare' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'PQprepare' waits for the answer of the server
  // CHECK: :[[@LINE-9]]:23: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: use the form that begins with 'PQsend', co_await the readiness of the socket, then call 'PQconsumeInput' until 'PQisBusy' returns 0
  co_return PQexec(connection, "execute totals");
  // CHECK: :[[@LINE-1]]:13: warning: 'PQexec' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'PQexec' waits for the result of the query
  // CHECK: :[[@LINE-14]]:23: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: send it with 'PQsendQuery', co_await the readiness of the socket, then call 'PQconsumeInput' until 'PQisBusy' returns 0
}

// Found: reading an object is a query.
lib::task<int> picture(PGconn *connection, int object, char *into) {
  co_return lo_read(connection, object, into, 4096);
  // CHECK: :[[@LINE-1]]:13: warning: 'lo_read' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'lo_read' waits for the answer of the server
  // CHECK: :[[@LINE-4]]:16: note: 'picture' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: call it on a thread that may block
}

// Found: the last argument says that it waits.
lib::task<int> copy_row(PGconn *connection, char **row) {
  co_return PQgetCopyData(connection, row, 0);
  // CHECK: :[[@LINE-1]]:13: warning: 'PQgetCopyData' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'PQgetCopyData' waits for the next row
  // CHECK: :[[@LINE-4]]:16: note: 'copy_row' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: pass 1 for its argument 'async', and co_await the readiness of the socket while it returns 0
}
