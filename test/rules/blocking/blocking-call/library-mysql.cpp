// RUN: %check_rule %s coro-blocking-call
// The client libraries of MySQL and MariaDB.

#include "lazy.h"

extern "C" {
typedef struct st_mysql MYSQL;
typedef struct st_mysql_res MYSQL_RES;
typedef struct st_mysql_stmt MYSQL_STMT;
typedef char **MYSQL_ROW;
MYSQL *mysql_init(MYSQL *connection);
MYSQL *mysql_real_connect(MYSQL *connection, const char *host, const char *user,
                          const char *password, const char *database,
                          unsigned port, const char *socket,
                          unsigned long flags);
int mysql_query(MYSQL *connection, const char *query);
int mysql_ping(MYSQL *connection);
MYSQL_RES *mysql_store_result(MYSQL *connection);
int mysql_stmt_execute(MYSQL_STMT *statement);
}

// Found three times.
lib::task<MYSQL_RES *> report(const char *host) {
  MYSQL *connection = mysql_init(nullptr);
  mysql_real_connect(connection, host, "me", nullptr, "shop", 0, nullptr, 0);
  // CHECK: :[[@LINE-1]]:3: warning: 'mysql_real_connect' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'mysql_real_connect' waits until the server has accepted the connection
  // CHECK: :[[@LINE-5]]:24: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: use 'mysql_real_connect_start' of MariaDB or 'mysql_real_connect_nonblocking' of MySQL, or a thread that may block
  mysql_query(connection, "select sum(amount) from orders");
  // CHECK: :[[@LINE-1]]:3: warning: 'mysql_query' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'mysql_query' waits for the result of the query
  // CHECK: :[[@LINE-10]]:24: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: use 'mysql_real_query_start' of MariaDB or 'mysql_real_query_nonblocking' of MySQL, or a thread that may block
  co_return mysql_store_result(connection);
  // CHECK: :[[@LINE-1]]:13: warning: 'mysql_store_result' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'mysql_store_result' waits for all rows of the result
  // CHECK: :[[@LINE-15]]:24: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: use 'mysql_store_result_start' of MariaDB or 'mysql_store_result_nonblocking' of MySQL, or a thread that may block
}

// Found twice.
lib::task<int> order(MYSQL *connection, MYSQL_STMT *statement) {
  if (mysql_ping(connection) != 0)
  // CHECK: :[[@LINE-1]]:7: warning: 'mysql_ping' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:7: note: 'mysql_ping' waits for the answer of the server
  // CHECK: :[[@LINE-4]]:16: note: 'order' is a coroutine
  // CHECK: :[[@LINE-4]]:7: note: use its form with '_start' and '_cont' (MariaDB), or a thread that may block
    co_return -1;
  co_return mysql_stmt_execute(statement);
  // CHECK: :[[@LINE-1]]:13: warning: 'mysql_stmt_execute' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'mysql_stmt_execute' waits for the answer of the server
  // CHECK: :[[@LINE-10]]:16: note: 'order' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: use its form with '_start' and '_cont' (MariaDB), or a thread that may block
}
