#pragma once

#include "common/crypto/aead.h"

#include <string_view>
#include <utility>

namespace puente {

/// A passphrase as it was read: wiped at the end, and as it grows. It moves and never copies.
class SecretText {
public:
    SecretText() = default;
    explicit SecretText(std::string_view text) : m_bytes(text.begin(), text.end()) {}
    SecretText(SecretText&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}
    SecretText& operator=(SecretText&& other) noexcept {
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;
    ~SecretText() { wipe(m_bytes); }

    void push(char byte) {
        if (m_bytes.size() == m_bytes.capacity()) grow();
        m_bytes.push_back(static_cast<std::uint8_t>(byte));
    }
    std::string_view view() const { return textOf(m_bytes); }
    /// For whoever takes it as the text that it is. It must outlive the view.
    operator std::string_view() const& { return view(); }
    operator std::string_view() && = delete;

private:
    void grow() {
        Bytes larger;
        larger.reserve(2 * m_bytes.capacity() + 64);
        append(larger, m_bytes);
        std::swap(m_bytes, larger);
        wipe(larger);
    }

    Bytes m_bytes;
};

} // namespace puente
