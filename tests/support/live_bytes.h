#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

// Counts what the program holds on its heap. Replaces `new` and `delete` of the whole program: for one source of a test
// only, its main one. What SQLite takes is not counted.

namespace puente::test {

inline std::size_t& liveBytes() {
    static std::size_t bytes = 0;
    return bytes;
}

inline constexpr std::size_t kLiveHead = alignof(std::max_align_t) > sizeof(std::size_t) ? alignof(std::max_align_t)
                                                                                         : sizeof(std::size_t);

} // namespace puente::test

void* operator new(std::size_t size) {
    using namespace puente::test;
    auto* const head = static_cast<std::byte*>(std::malloc(size + kLiveHead));
    if (head == nullptr) throw std::bad_alloc();
    new (head) std::size_t(size);
    liveBytes() += size;
    return head + kLiveHead;
}

void operator delete(void* bytes) noexcept {
    using namespace puente::test;
    if (bytes == nullptr) return;
    auto* const head = static_cast<std::byte*>(bytes) - kLiveHead;
    liveBytes() -= *reinterpret_cast<std::size_t*>(head);
    std::free(head);
}

void operator delete(void* bytes, std::size_t) noexcept {
    operator delete(bytes);
}
