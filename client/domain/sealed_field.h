#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/edit.h"

#include <optional>
#include <string>

namespace puente {

/// What a sealed value turned out to hold.
struct OpenedValue {
    enum class State : std::uint8_t {
        Open,
        Erased,    ///< its key was erased here: nobody reads it any more
        Unreadable ///< its key has not come yet, or it does not open
    };
    State state = State::Unreadable;
    Value value = {}; ///< for Open
};

/// Opens the value of a sealed field; nothing for a value that is not sealed.
std::optional<OpenedValue> openSealed(const Replica& replica, const SpaceId& space, std::uint32_t field,
                                      const Value& value);

/// The key under which the sealed fields of a record that is being written lie: what its field `key` names, or that of
/// the record that its field `case` refers to. Nothing for a record that has none.
std::optional<ErasableId> sealingKeyOf(const Catalogue& catalogue, const Edit& edit, const RecordType& type);

/// How a key is written in a field, and read from it.
std::string keyText(const ErasableId& key);
std::optional<ErasableId> keyFromText(std::string_view text);

/// Seals what an edit writes into sealed fields; nothing if the key is not here, so that nothing is written in clear.
std::optional<std::vector<Operation>> sealedOperations(const Replica& replica, const SpaceId& space, const Edit& edit,
                                                       const RecordType& type, const std::optional<ErasableId>& key,
                                                       Entropy& entropy);

} // namespace puente
