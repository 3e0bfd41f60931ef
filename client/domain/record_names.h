#pragma once

#include "client/domain/schema.h"
#include "sync/model/dot.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace puente {

/// How records are called in text.
class RecordNames {
public:
    virtual ~RecordNames() = default;

    /// The records of these types (any type if there is none) that answer to `text`: by natural key, by whole handle or
    /// by a prefix of one of at least kHandlePrefixMin characters. Records that are joined count as one.
    virtual std::vector<Dot> find(std::span<const std::string> types, std::string_view text) const = 0;

    /// A text under which find() finds exactly this record, on this device and, if it has a natural key of its own, on
    /// any other.
    virtual std::string nameOf(const Dot& record) const = 0;

    /// What people call it.
    virtual std::string titleOf(const Dot& record, Language language) const = 0;
};

inline constexpr std::size_t kHandlePrefixMin = 4;

/// Knows no record.
class NoRecordNames final : public RecordNames {
public:
    std::vector<Dot> find(std::span<const std::string>, std::string_view) const override { return {}; }
    std::string nameOf(const Dot&) const override { return {}; }
    std::string titleOf(const Dot&, Language) const override { return {}; }
};

} // namespace puente
