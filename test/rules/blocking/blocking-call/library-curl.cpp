// RUN: %check_rule %s coro-blocking-call
// libcurl: the easy interface waits, and so does polling.

#include "lazy.h"
#include <vector>

extern "C" {
typedef void CURL;
typedef void CURLM;
struct curl_waitfd;
int curl_easy_perform(CURL *easy);
int curl_multi_add_handle(CURLM *multi, CURL *easy);
int curl_multi_perform(CURLM *multi, int *running);
int curl_multi_wait(CURLM *multi, curl_waitfd extra[], unsigned count,
                    int timeout_ms, int *ready);
int curl_multi_poll(CURLM *multi, curl_waitfd extra[], unsigned count,
                    int timeout_ms, int *ready);
}

// Found: the whole transfer.
lib::task<int> download(CURL *easy) { co_return curl_easy_perform(easy); }
// CHECK: :[[@LINE-1]]:49: warning: 'curl_easy_perform' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
// CHECK: :[[@LINE-2]]:49: note: 'curl_easy_perform' waits until the whole transfer is done
// CHECK: :[[@LINE-3]]:16: note: 'download' is a coroutine
// CHECK: :[[@LINE-4]]:49: note: drive the transfer with 'curl_multi_socket_action' and resume the coroutine when it is done

// Found twice: a second each round, or for ever.
lib::task<> download_all(CURLM *multi, const std::vector<CURL *> &transfers) {
  for (CURL *easy : transfers)
    curl_multi_add_handle(multi, easy);
  int running = 1;
  while (running) {
    curl_multi_perform(multi, &running);
    curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
    // CHECK: :[[@LINE-1]]:5: warning: 'curl_multi_poll' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:5: note: 'curl_multi_poll' waits for the sockets of the transfers
    // CHECK: :[[@LINE-9]]:13: note: 'download_all' is a coroutine
    // CHECK: :[[@LINE-4]]:5: note: co_await the readiness of the sockets, then call 'curl_multi_socket_action'
  }
  curl_multi_wait(multi, nullptr, 0, -1, nullptr);
  // CHECK: :[[@LINE-1]]:3: warning: 'curl_multi_wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'curl_multi_wait' waits for the sockets of the transfers
  // CHECK: :[[@LINE-15]]:13: note: 'download_all' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await the readiness of the sockets, then call 'curl_multi_socket_action'
  co_return;
}

// Found: the helper waits for its caller.
static bool fetched(CURL *easy) { return curl_easy_perform(easy) == 0; }

lib::task<int> retry(CURL *easy) {
  int attempts = 1;
  while (!fetched(easy))
  // CHECK: :[[@LINE-1]]:11: warning: 'fetched' may block the thread of this coroutine; it reaches 'curl_easy_perform' [coro-blocking-call]
  // CHECK: :[[@LINE-6]]:42: note: 'fetched' calls 'curl_easy_perform' here; it waits until the whole transfer is done
  // CHECK: :[[@LINE-5]]:16: note: 'retry' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: drive the transfer with 'curl_multi_socket_action' and resume the coroutine when it is done
    ++attempts;
  co_return attempts;
}
