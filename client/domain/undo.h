#pragma once

#include "client/domain/catalogue.h"
#include "sync/model/change_set.h"

#include <vector>

namespace puente {

/// Something of a change set that is not undone.
struct LeftAsItIs {
    enum class Why : std::uint8_t {
        WrittenSince,  ///< somebody wrote another value in its place since
        OthersBuildOn, ///< a record that it created: others wrote in it, or refer to it
    };
    Dot record;
    std::uint32_t field = 0; ///< kTypeField for a whole record
    Why why = Why::WrittenSince;
};

/// How to undo a change set.
struct UndoPlan {
    std::vector<Operation> operations; ///< the inverse change set; empty if nothing is left to undo
    std::vector<Dot> records;          ///< those it touches, each once
    std::vector<LeftAsItIs> left;
};

/// Works out the change set that takes back what another one did, as far as that still stands: it retires what it
/// wrote, and writes again what it had retired. What others wrote since is never touched. An undo is a change set like
/// any other, so it can itself be undone, and travels as they do. `done` is one of this device's own, in the replica's
/// log numbers (see Replica::ownChangeSet()).
Result<UndoPlan, ReplicaFault> planUndo(const Catalogue& catalogue, std::uint32_t ownLog, const ChangeSet& done);

} // namespace puente
