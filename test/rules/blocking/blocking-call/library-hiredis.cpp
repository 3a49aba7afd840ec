// RUN: %check_rule %s coro-blocking-call
// hiredis: the synchronous API.

#include "lazy.h"

extern "C" {
typedef struct redisContext redisContext;
redisContext *redisConnect(const char *host, int port);
void *redisCommand(redisContext *context, const char *format, ...);
void *redisCommandArgv(redisContext *context, int count, const char **words,
                       const unsigned long *sizes);
int redisAppendCommand(redisContext *context, const char *format, ...);
int redisGetReply(redisContext *context, void **reply);
void freeReplyObject(void *reply);
}

// Found twice.
lib::task<void *> get(const char *key) {
  redisContext *context = redisConnect("localhost", 6379);
  // CHECK: :[[@LINE-1]]:27: warning: 'redisConnect' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:27: note: 'redisConnect' waits until the server has accepted the connection
  // CHECK: :[[@LINE-4]]:19: note: 'get' is a coroutine
  // CHECK: :[[@LINE-4]]:27: note: use 'redisAsyncConnect' and resume the coroutine in its callback
  co_return redisCommand(context, "GET %s", key);
  // CHECK: :[[@LINE-1]]:13: warning: 'redisCommand' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'redisCommand' waits for the reply of the server
  // CHECK: :[[@LINE-9]]:19: note: 'get' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: use 'redisAsyncCommand' and resume the coroutine in its callback
}

// Found: only the second half of a pipeline waits.
lib::task<> add_both(redisContext *context) {
  redisAppendCommand(context, "INCR a");
  redisAppendCommand(context, "INCR b");
  void *reply = nullptr;
  while (redisGetReply(context, &reply) == 0)
  // CHECK: :[[@LINE-1]]:10: warning: 'redisGetReply' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:10: note: 'redisGetReply' waits for the reply of the server
  // CHECK: :[[@LINE-7]]:13: note: 'add_both' is a coroutine
  // CHECK: :[[@LINE-4]]:10: note: use 'redisAsyncCommand' and resume the coroutine in its callback
    freeReplyObject(reply);
  co_return;
}

// Found.
lib::task<void *> any(redisContext *context, int count, const char **words) {
  co_return redisCommandArgv(context, count, words, nullptr);
  // CHECK: :[[@LINE-1]]:13: warning: 'redisCommandArgv' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'redisCommandArgv' waits for the reply of the server
  // CHECK: :[[@LINE-4]]:19: note: 'any' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: use 'redisAsyncCommand' and resume the coroutine in its callback
}
