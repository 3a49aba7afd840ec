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
}
