// The shape of Abseil's containers.
#ifndef RECALL_ABSL_H
#define RECALL_ABSL_H

#include <cstddef>
#include <utility>

namespace absl {
namespace container_internal {

template <class Key, class Element> class table {
public:
  class iterator {
  public:
    Element &operator*() const noexcept;
    Element *operator->() const noexcept;
    iterator &operator++() noexcept;
    iterator operator++(int) noexcept;
    bool operator==(const iterator &other) const = default;

  private:
    Element *slot_ = nullptr;
  };
  iterator begin() noexcept;
  iterator end() noexcept;
  iterator find(const Key &key);
  bool contains(const Key &key) const;
  bool empty() const noexcept;
  std::size_t size() const noexcept;
  std::size_t erase(const Key &key);
  void erase(iterator it);
  void clear() noexcept;
  std::pair<iterator, bool> insert(Element element);
  template <class... A> std::pair<iterator, bool> emplace(A &&...args) {
    return {};
  }
};

template <class Key, class T>
class map : public table<Key, std::pair<const Key, T>> {
public:
  T &operator[](const Key &key);
  T &at(const Key &key);
  template <class... A>
  std::pair<typename map::iterator, bool> try_emplace(const Key &key,
                                                      A &&...args) {
    return {};
  }
};

} // namespace container_internal

template <class Key, class T>
class btree_map : public container_internal::map<Key, T> {
public:
  typename container_internal::map<Key, T>::iterator
  upper_bound(const Key &key);
};
template <class Key, class T>
class flat_hash_map : public container_internal::map<Key, T> {
public:
  std::size_t bucket_count() const;
};
template <class Key, class T>
class node_hash_map : public container_internal::map<Key, T> {
public:
  std::size_t bucket_count() const;
};
template <class Key>
class flat_hash_set : public container_internal::table<Key, const Key> {
public:
  std::size_t bucket_count() const;
};

} // namespace absl

#endif
