// RUN: %check_rule %s coro-blocking-call
// hiredis with callbacks, or with a context that never waits.

#include "lazy.h"

extern "C" {
typedef struct redisContext redisContext;
typedef struct redisAsyncContext redisAsyncContext;
redisContext *redisConnectNonBlock(const char *host, int port);
void *redisCommand(redisContext *context, const char *format, ...);
int redisAppendCommand(redisContext *context, const char *format, ...);
int redisGetReplyFromReader(redisContext *context, void **reply);
int redisBufferRead(redisContext *context);
redisAsyncContext *redisAsyncConnect(const char *host, int port);
int redisAsyncCommand(redisAsyncContext *context,
                      void (*then)(redisAsyncContext *, void *, void *),
                      void *data, const char *format, ...);
}

lib::task<> readable(redisContext *context);

// Not found: the reply comes to the callback.
lib::task<> get_later(const char *key,
                      void (*then)(redisAsyncContext *, void *, void *)) {
  redisAsyncContext *context = redisAsyncConnect("localhost", 6379);
  redisAsyncCommand(context, then, nullptr, "GET %s", key);
  co_return;
}

// Not found: a loop of one's own, with a context that never waits.
lib::task<void *> get_by_socket(const char *key) {
  redisContext *context = redisConnectNonBlock("localhost", 6379);
  redisAppendCommand(context, "GET %s", key);
  void *reply = nullptr;
  while (!reply) {
    co_await readable(context);
    redisBufferRead(context);
    redisGetReplyFromReader(context, &reply);
  }
  co_return reply;
}

// Not found: no coroutine.
void *get_now(redisContext *context) { return redisCommand(context, "PING"); }
// CHECK-NONE
