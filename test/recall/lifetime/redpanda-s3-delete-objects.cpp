// Repository: redpanda-data/redpanda
// Fixed in: 565e1dfbe6650bbcb61c47ab67a5cd4ab0a09e98
// A request for many objects has no key of its own and passed a dummy one: a
// local variable, which is read when the request has failed.

#include "redpanda.h"

#include <vector>

using bucket_name = std::string;
using object_key = std::string;
enum class outcome { success, retry, not_found, fail };

struct rest_error : std::runtime_error {
  int code;
};
void log_debug(const char *what, const object_key &key);

class s3_client {
  ss::future<outcome> do_delete_objects(const bucket_name &bucket,
                                        std::vector<object_key> keys);

  template <class T>
  ss::future<T> send_request(ss::future<T> request, const bucket_name &bucket,
                             const object_key &key) {
    auto result = outcome::retry;
    try {
      co_return co_await std::move(request);
    } catch (const rest_error &e) {
      if (e.code == 404) {
        log_debug("NoSuchKey response received", key);
        result = outcome::not_found;
      } else {
        log_debug("unexpected error", bucket);
        result = outcome::fail;
      }
    }
    co_return result;
  }

public:
  ss::future<outcome> delete_objects(const bucket_name &bucket,
                                     std::vector<object_key> keys) {
    object_key dummy{""};
    return send_request(do_delete_objects(bucket, std::move(keys)), bucket,
                        dummy); // BUG: coro-dangling-parameter
  }
};
