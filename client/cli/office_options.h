#pragma once

#include "client/cli/command.h"

namespace puente {

/// What a new replica folder is told about its office: --organization, --country, --kind, --person, --kdf-memory.
std::vector<OptionSpec> officeOptions();
Outcome<Workspace::NewReplica> newReplicaFrom(const Arguments& arguments);

} // namespace puente
