// RUN: %check_rule %s coro-blocking-call
// TLS and libpq, where the mode of the connection decides: kind 'descriptor'.

#include "lazy.h"

extern "C" {
typedef struct ssl_st SSL;
int SSL_connect(SSL *connection);
int SSL_read(SSL *connection, void *buffer, int size);
int SSL_write(SSL *connection, const void *buffer, int size);
int SSL_pending(const SSL *connection);
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
int PQisBusy(PGconn *connection);
PGresult *PQgetResult(PGconn *connection);
}

// Found three times.
lib::task<int> talk(SSL *connection, char *into, int size) {
  SSL_connect(connection);
  // CHECK: :[[@LINE-1]]:3: warning: 'SSL_connect' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'SSL_connect' waits for the peer, unless the socket is in non-blocking mode
  // CHECK: :[[@LINE-4]]:16: note: 'talk' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: use the TLS stream of your coroutine library
  SSL_write(connection, "hello", 5);
  // CHECK: :[[@LINE-1]]:3: warning: 'SSL_write' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'SSL_write' waits for the peer, unless the socket is in non-blocking mode
  // CHECK: :[[@LINE-9]]:16: note: 'talk' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: use the TLS stream of your coroutine library
  co_return SSL_read(connection, into, size);
  // CHECK: :[[@LINE-1]]:13: warning: 'SSL_read' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'SSL_read' waits for the peer, unless the socket is in non-blocking mode
  // CHECK: :[[@LINE-14]]:16: note: 'talk' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: use the TLS stream of your coroutine library
}

// Found: nobody asked whether it is there.
lib::task<PGresult *> result(PGconn *connection) {
  co_return PQgetResult(connection);
  // CHECK: :[[@LINE-1]]:13: warning: 'PQgetResult' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'PQgetResult' waits for the server, unless 'PQisBusy' has returned 0
  // CHECK: :[[@LINE-4]]:23: note: 'result' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: co_await the readiness of the socket, then call 'PQconsumeInput' until 'PQisBusy' returns 0
}

// Not found: only asks.
lib::task<int> waiting(SSL *connection, PGconn *database) {
  co_return SSL_pending(connection) + PQisBusy(database);
}

// Not found: no coroutine.
int read_now(SSL *connection, char *into) {
  return SSL_read(connection, into, 1);
}
