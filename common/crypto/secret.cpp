#include "common/crypto/secret.h"

#include "common/base/expects.h"

#include <utility>

#include <sodium.h>

namespace puente::detail {

SecretMemory::SecretMemory(std::size_t size) {
    expects(sodium_init() >= 0);
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    expects(m_data != nullptr);
    sodium_memzero(m_data, size);
}

SecretMemory::SecretMemory(SecretMemory&& other) noexcept : m_data(std::exchange(other.m_data, nullptr)) {
}

SecretMemory& SecretMemory::operator=(SecretMemory&& other) noexcept {
    std::swap(m_data, other.m_data);
    return *this;
}

SecretMemory::~SecretMemory() {
    sodium_free(m_data);
}

} // namespace puente::detail
