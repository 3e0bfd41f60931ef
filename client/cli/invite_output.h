#pragma once

#include "client/cli/command.h"

namespace puente {

/// How long an invite is good for: --days, else 14.
Outcome<Duration> validityFrom(const Arguments& arguments);

/// --out and --qr, as every command that makes an invite takes them.
std::vector<OptionSpec> inviteOptions();
/// Writes an invite to the file of --out, which it names, or prints it; and as a picture for --qr.
Outcome<Done> writeInvite(Invocation& invocation, const Invite& invite);

/// The invite that a person gave: its text, or a file that holds it.
Outcome<Invite> inviteFrom(const std::string& given);

/// Asks to join and goes to the server at once, if it answers; says how it stands.
Outcome<ExitCode> askToJoin(Invocation& invocation, Workspace& workspace, const Invite& invite);

} // namespace puente
