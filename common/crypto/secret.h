#pragma once

#include "common/base/bytes.h"

#include <span>

namespace puente {

/// Secret bytes of a fixed size: locked in memory where the system allows, wiped at the end. A secret
/// moves and never copies.
template <std::size_t Size>
class Secret;

namespace detail {

/// Guarded, locked memory from libsodium; freeing wipes it.
class SecretMemory {
public:
    explicit SecretMemory(std::size_t size);
    SecretMemory(SecretMemory&& other) noexcept;
    SecretMemory& operator=(SecretMemory&& other) noexcept;
    SecretMemory(const SecretMemory&) = delete;
    SecretMemory& operator=(const SecretMemory&) = delete;
    ~SecretMemory();

    std::uint8_t* data() const { return m_data; }

private:
    std::uint8_t* m_data = nullptr;
};

} // namespace detail

template <std::size_t Size>
class Secret {
public:
    static constexpr std::size_t kSize = Size;

    Secret() : m_memory(Size) {}

    std::span<std::uint8_t> writable() { return {m_memory.data(), Size}; }
    /// The secret itself. Whoever asks for it must not let it out.
    ByteView reveal() const { return {m_memory.data(), Size}; }

private:
    detail::SecretMemory m_memory;
};

} // namespace puente
