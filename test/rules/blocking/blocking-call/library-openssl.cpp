// RUN: %check_rule %s coro-blocking-call
// OpenSSL on a socket: who knows in which mode that is. With kind 'descriptor'
// on it is found, see with-other-kinds.

#include "lazy.h"

extern "C" {
typedef struct ssl_st SSL;
int SSL_connect(SSL *connection);
int SSL_read(SSL *connection, void *buffer, int size);
int SSL_get_error(const SSL *connection, int result);
}

lib::task<> readable(SSL *connection);

lib::task<int> receive(SSL *connection, char *into, int size) {
  int got = SSL_read(connection, into, size);
  while (got < 0 && SSL_get_error(connection, got) == 2) {
    co_await readable(connection);
    got = SSL_read(connection, into, size);
  }
  co_return got;
}

lib::task<int> greet(SSL *connection) { co_return SSL_connect(connection); }
// CHECK-NONE
