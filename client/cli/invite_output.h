#pragma once

#include "client/cli/command.h"
#include "client/core/platform/files.h"
#include "client/core/qr.h"

#include <optional>
#include <string>

namespace puente {

/// How long an invite is good for: --days, else 14.
Outcome<Duration> validityFrom(const Arguments& arguments);

/// --out and --qr, as every command that makes an invite takes them.
std::vector<OptionSpec> inviteOptions();
/// Where an invite goes: to the file of --out or the standard output; and as a picture for --qr.
class InviteOutput {
public:
    /// Finds out whether it can be written, before there is one. Files are made anew, never over another one.
    static Outcome<InviteOutput> begin(const Invocation& invocation);
    /// Writes it, and says where. One that could be written nowhere is withdrawn: nobody can ever use it.
    Outcome<Done> write(Invocation& invocation, const SpaceId& space, const Invite& invite);

private:
    Outcome<Done> writeFiles(const std::string& text, const std::optional<QrCode>& code);

    std::optional<platform::OutputFile> m_file, m_picture;
    std::string m_path, m_picturePath;
};

/// The invite that a person gave: its text, or a file that holds it.
Outcome<Invite> inviteFrom(const std::string& given);

/// Asks to join and goes to the server at once, if it answers; says how it stands.
Outcome<ExitCode> askToJoin(Invocation& invocation, Workspace& workspace, const Invite& invite);

} // namespace puente
