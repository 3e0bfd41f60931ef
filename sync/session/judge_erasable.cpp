#include "sync/session/judge.h"

namespace puente {

// What the author of any of these may do, their readers judge again. Here it is decided who may fill the server, and
// whose word removes bytes from it.

Judge::Outcome Judge::judgeErasable(const PushedEntry& entry) {
    const auto isKnown = m_relay.store().contains(m_space, entry.hash);
    if (!isKnown) return Failure{isKnown.fault()};
    // That of an erased object stays: no copy of it comes in again.
    if (*isKnown || m_taken.contains(entry.hash)) return Ruling{};
    if (!m_book.isMember(m_device)) return Ruling{.refusal = Refusal::NotMember};
    if (const auto loaded = m_book.needErasables(m_relay.store()); !loaded) return Failure{loaded.fault()};
    const auto refusal = [&] {
        if (const auto* object = std::get_if<ErasableObject>(&entry.content)) return whyNot(*object);
        if (const auto* erasure = std::get_if<Erasure>(&entry.content)) return whyNot(*erasure);
        return whyNot(std::get<ErasureConfirmation>(entry.content));
    }();
    if (refusal) return Ruling{.refusal = refusal};
    const Outcome outcome = takeWithinQuotas(entry.wire().size(), nullptr);
    if (!outcome || !outcome->isNew) return outcome;
    m_taken.insert(entry.hash);
    m_book.noteErasable(entry.kind, entry.wire());
    return outcome;
}

std::optional<Refusal> Judge::whyNot(const ErasableObject& object) {
    if (m_book.isErased(object.hash())) return Refusal::Erased;
    if (!m_book.knows(object.author())) return Refusal::NotMember;
    if (!m_book.membership().writingOf(object.author())) return Refusal::ReadOnly;
    const bool isOver = m_book.erasableCountBy(EntryKind::Erasable, object.author()) >= kErasableCountMax;
    return isOver ? std::optional(Refusal::OverDeviceQuota) : std::nullopt;
}

std::optional<Refusal> Judge::whyNot(const Erasure& erasure) {
    if (!m_book.isMember(erasure.author())) return Refusal::NotMember;
    if (!mayErase(m_book.membership(), erasure.author(), erasure.name().maker)) return Refusal::ReadOnly;
    const bool isOver = m_book.erasableCountBy(EntryKind::Erasure, erasure.author()) >= kErasableCountMax;
    return isOver ? std::optional(Refusal::OverDeviceQuota) : std::nullopt;
}

std::optional<Refusal> Judge::whyNot(const ErasureConfirmation& confirmation) {
    if (!m_book.knows(confirmation.author())) return Refusal::NotMember;
    const bool isOver = m_book.erasableCountBy(EntryKind::Confirmation, confirmation.author()) >= kConfirmationCountMax;
    return isOver ? std::optional(Refusal::OverDeviceQuota) : std::nullopt;
}

} // namespace puente
