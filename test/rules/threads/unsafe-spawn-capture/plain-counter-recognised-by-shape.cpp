// RUN: %check_rule %s coro-unsafe-spawn-capture
// A handle whose copies are counted in a plain integer behind a pointer.

#include "executor.h"

struct Texture {
  unsigned char pixels[64];
  int users = 1;
  void retain() { ++users; }
  void release() {
    if (--users == 0)
      delete this;
  }
};

class TextureRef {
public:
  TextureRef() : texture_(new Texture) {}
  TextureRef(const TextureRef &other) : texture_(other.texture_) {
    texture_->retain();
  }
  TextureRef &operator=(const TextureRef &) = delete;
  ~TextureRef() { texture_->release(); }

private:
  Texture *texture_;
};

lib::task<void> upload(TextureRef texture);

// Found at the argument 'texture': its copy counts on another thread.
void preload(lib::pool &workers, const TextureRef &texture) {
  workers.spawn(upload(texture));
  // CHECK: :[[@LINE-1]]:24: warning: 'texture' is copied into a task that another thread may run; 'TextureRef' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-27]]:7: note: 'users' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:24: note: hand the task a value of its own, or share it through a type that is thread-safe
}
