#pragma once

#include "client/core/workspace.h"
#include "client/domain/follow_up/approval_proof.h"

#include <string>

namespace puente {

// What an office signs for people who have no Puente: a text that begins with its own context line, checked with
// common tools. The key is the approval key (docs/decisions/0171).

/// Refuses for a device that its organisation has not certified: nobody could tell whose signature it is.
Outcome<Done> mayAnswerForOffice(const Workspace& workspace);

/// Signs a text. The first signature of a device makes its approval key, which asks for the passphrase once more.
Outcome<SignedApproval> signForOffice(Workspace& workspace, const std::string& text, const PassphraseSource& source);

} // namespace puente
