// RUN: %check_rule %s coro-blocking-call
// libcurl driven from outside: nothing waits.

#include "lazy.h"

extern "C" {
typedef void CURL;
typedef void CURLM;
struct curl_waitfd;
int curl_easy_perform(CURL *easy);
int curl_easy_recv(CURL *easy, void *buffer, unsigned long size,
                   unsigned long *received);
int curl_multi_wait(CURLM *multi, curl_waitfd extra[], unsigned count,
                    int timeout_ms, int *ready);
int curl_multi_poll(CURLM *multi, curl_waitfd extra[], unsigned count,
                    int timeout_ms, int *ready);
int curl_multi_socket_action(CURLM *multi, int socket, int events,
                             int *running);
}

lib::task<> readable(int socket);

// Not found: driven from outside, and only asked what is ready.
lib::task<int> download_by_socket(CURLM *multi, int socket) {
  int running = 1, ready = 0;
  while (running) {
    co_await readable(socket);
    curl_multi_socket_action(multi, socket, 1, &running);
    curl_multi_poll(multi, nullptr, 0, 0, &ready);
    curl_multi_wait(multi, nullptr, 0, 0, &ready);
  }
  char rest[16];
  unsigned long received = 0;
  curl_easy_recv(nullptr, rest, sizeof rest, &received);
  co_return ready;
}

// Not found: nobody else runs on this thread.
int main_program(CURL *easy) { return curl_easy_perform(easy); }
// CHECK-NONE
