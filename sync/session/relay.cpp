#include "sync/session/relay_state.h"

#include "sync/store/store_rows.h"

namespace puente {

namespace {

constexpr std::size_t kBooksMax = 1000;

} // namespace

Result<SpaceBook*, StoreFault> RelayState::book(const SpaceId& space) {
    if (const auto found = m_books.find(space); found != m_books.end()) return &found->second;
    Result<std::optional<SpaceBook>, StoreFault> loaded = SpaceBook::load(m_store, space);
    if (!loaded) return Failure{loaded.fault()};
    if (!*loaded) return static_cast<SpaceBook*>(nullptr);
    makeRoom();
    return &m_books.emplace(space, std::move(**loaded)).first->second;
}

SpaceBook& RelayState::newBook(const SpaceId& space) {
    makeRoom();
    return m_books.insert_or_assign(space, SpaceBook(space)).first->second;
}

void RelayState::makeRoom() {
    if (m_books.size() >= kBooksMax) m_books.clear();
}

Result<Usage, StoreFault> RelayState::usageOfSpace(const SpaceId& space) {
    auto usage = m_store.usageOfSpace(space);
    if (!usage || !m_documents) return usage;
    const auto documents = m_documents->usageOfSpace(space);
    if (!documents) return Failure{storeFaultOf(documents.fault())};
    return Usage{usage->bytes + documents->bytes, usage->entries + documents->documents};
}

Result<Usage, StoreFault> RelayState::usageOfDevice(const DeviceId& device) {
    auto usage = m_store.usageOfDevice(device);
    if (!usage || !m_documents) return usage;
    const auto documents = m_documents->usageOfDevice(device);
    if (!documents) return Failure{storeFaultOf(documents.fault())};
    return Usage{usage->bytes + documents->bytes, usage->entries + documents->documents};
}

Relay::Relay(Store& store, const SigningKey& signer, QuotaLimits quotas, DocumentStore* documents)
    : m_state(std::make_unique<RelayState>(store, signer, quotas, documents)) {
}

Relay::~Relay() = default;

ServerId Relay::id() const {
    return m_state->signer().publicId<ServerId>();
}

InstanceId Relay::instance() const {
    return m_state->store().instance();
}

const Relay::Totals& Relay::totals() const {
    return m_state->totals();
}

} // namespace puente
