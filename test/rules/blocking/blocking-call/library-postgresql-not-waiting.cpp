// RUN: %check_rule %s coro-blocking-call
// libpq with the socket awaited.

#include "lazy.h"

extern "C" {
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
PGconn *PQconnectStart(const char *info);
int PQconnectPoll(PGconn *connection);
int PQsocket(const PGconn *connection);
PGresult *PQexec(PGconn *connection, const char *query);
int PQsendQuery(PGconn *connection, const char *query);
int PQconsumeInput(PGconn *connection);
int PQisBusy(PGconn *connection);
PGresult *PQgetResult(PGconn *connection);
int PQgetCopyData(PGconn *connection, char **buffer, int async);
}

lib::task<> readable(int socket);

// Not found: the socket is awaited before each step. PQgetResult gives what is
// there already.
lib::task<PGresult *> report_later(const char *info) {
  PGconn *connection = PQconnectStart(info);
  while (PQconnectPoll(connection) != 3)
    co_await readable(PQsocket(connection));
  PQsendQuery(connection, "select sum(amount) from orders");
  while (PQisBusy(connection)) {
    co_await readable(PQsocket(connection));
    PQconsumeInput(connection);
  }
  co_return PQgetResult(connection);
}

// Not found: told not to wait, or who knows.
lib::task<int> copy_rows(PGconn *connection, char **row, int asynchronous) {
  co_return PQgetCopyData(connection, row, 1) +
      PQgetCopyData(connection, row, asynchronous);
}

// Not found: no coroutine.
PGresult *report_now(PGconn *connection) {
  return PQexec(connection, "select sum(amount) from orders");
}
// CHECK-NONE
