// RUN: %check_rule %s coro-blocking-call
// MySQL and MariaDB with the socket awaited.

#include "lazy.h"

extern "C" {
typedef struct st_mysql MYSQL;
typedef struct st_mysql_res MYSQL_RES;
typedef struct st_mysql_stmt MYSQL_STMT;
typedef char **MYSQL_ROW;
int mysql_query(MYSQL *connection, const char *query);
MYSQL_ROW mysql_fetch_row(MYSQL_RES *result);
void mysql_free_result(MYSQL_RES *result);
// MariaDB.
int mysql_query_start(int *result, MYSQL *connection, const char *query);
int mysql_query_cont(int *result, MYSQL *connection, int status);
int mysql_stmt_execute_start(int *result, MYSQL_STMT *statement);
// MySQL.
int mysql_real_query_nonblocking(MYSQL *connection, const char *query,
                                 unsigned long size);
int mysql_store_result_nonblocking(MYSQL *connection, MYSQL_RES **result);
}

lib::task<int> ready(MYSQL *connection, int events);

// Not found: MariaDB.
lib::task<int> report_later(MYSQL *connection, MYSQL_STMT *statement) {
  int failed = 0;
  int status = mysql_query_start(&failed, connection, "select 1");
  while (status)
    status = mysql_query_cont(&failed, connection,
                              co_await ready(connection, status));
  mysql_stmt_execute_start(&failed, statement);
  co_return failed;
}

// Not found: MySQL. The rows are in memory then.
lib::task<int> rows(MYSQL *connection) {
  while (mysql_real_query_nonblocking(connection, "select 1", 8) == 1)
    co_await ready(connection, 1);
  MYSQL_RES *result = nullptr;
  while (mysql_store_result_nonblocking(connection, &result) == 1)
    co_await ready(connection, 1);
  int count = 0;
  while (mysql_fetch_row(result))
    ++count;
  mysql_free_result(result);
  co_return count;
}

// Not found: no coroutine.
int report_now(MYSQL *connection) {
  return mysql_query(connection, "select 1");
}
// CHECK-NONE
