#include "client/cli/invite_output.h"

#include "client/cli/json_writer.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "client/core/times.h"

#include <charconv>

namespace puente {

namespace {

constexpr int kDaysMax = 365;

constexpr std::size_t kFileSizeMax = std::size_t{64} * 1024;
constexpr std::string_view kScheme = "puente-invite:";

/// The invite as text: itself, or what stands in the file of that name.
Outcome<std::string> inviteText(const std::string& given) {
    if (given.starts_with(kScheme)) return given;
    const auto content = platform::readFile(given, kFileSizeMax);
    if (!content) return Failure{noticeOf(content.fault(), given)};
    return std::string(textOf(*content));
}

Outcome<std::optional<platform::OutputFile>> begun(const std::string& path) {
    if (path.empty() || path == "-") return std::optional<platform::OutputFile>();
    if (platform::exists(path)) return Failure{noticeOf(platform::FileFault::Exists, path)};
    auto file = platform::OutputFile::beside(path, platform::Access::Owner);
    if (!file) return Failure{noticeOf(file.fault(), path)};
    return std::optional(std::move(*file));
}

Outcome<Done> finish(platform::OutputFile& file, std::string_view content, const std::string& path) {
    auto done = file.write(bytesOf(content));
    if (done) done = file.create();
    if (!done) return Failure{noticeOf(done.fault(), path)};
    return Done{};
}

} // namespace

std::vector<OptionSpec> inviteOptions() {
    return {{"--out", Text::tr("FILE"), Text::tr("Write it to a file, else it is printed.")},
            {"--qr", Text::tr("FILE"), Text::tr("Also as a QR code, an SVG picture; “-” draws it on the terminal.")}};
}

Outcome<Duration> validityFrom(const Arguments& arguments) {
    const std::string text = arguments.text("--days", "14");
    int days = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), days);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || days < 0 || days > kDaysMax)
        return Failure{
            usageNotice(Text::tr("That is not a number of days."), Text::tr("Give a number from 0 to 365."), text)};
    return Duration(std::chrono::hours(24) * days);
}

Outcome<InviteOutput> InviteOutput::begin(const Invocation& invocation) {
    InviteOutput output;
    output.m_path = invocation.arguments.text("--out");
    output.m_picturePath = invocation.arguments.text("--qr");
    auto file = begun(output.m_path);
    if (!file) return Failure{file.fault()};
    auto picture = begun(output.m_picturePath);
    if (!picture) return Failure{picture.fault()};
    if (*file) output.m_file.emplace(std::move(**file));
    if (*picture) output.m_picture.emplace(std::move(**picture));
    return output;
}

Outcome<Done> InviteOutput::writeFiles(const std::string& text, const std::optional<QrCode>& code) {
    if (!m_picturePath.empty() && !code)
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("The invite is too long for a QR code."),
                              {},
                              Text::tr("Hand it over as a file: --out.")}};
    if (m_file)
        if (auto done = finish(*m_file, text + "\n", m_path); !done) return done;
    if (m_picture)
        if (auto done = finish(*m_picture, qrSvg(*code), m_picturePath); !done) {
            if (!m_path.empty()) (void)platform::removeFile(m_path);
            return done;
        }
    return Done{};
}

Outcome<Done> InviteOutput::write(Invocation& invocation, const SpaceId& space, const Invite& invite) {
    const std::string text = toText(invite);
    const auto code = m_picturePath.empty() ? std::nullopt : QrCode::of(text);
    Console& console = invocation.console;
    if (auto written = writeFiles(text, code); !written) {
        (void)(*invocation.workspace())->replica().withdrawInvite(space, invite.id());
        return written;
    }
    if (console.json())
        console.data(JsonWriter()
                         .beginObject()
                         .member("invite", text)
                         .member("space", invite.spaceName)
                         .member("role", wordOf(invite.role))
                         .member("expires", isoTime(invite.expires))
                         .endObject()
                         .takeLine());
    else if (!m_file)
        console.line(text);
    if (m_file) console.say(Text::tr("The invite is in %1").arg(m_path));
    if (m_picturePath == "-" && !console.json()) console.line(qrText(*code)); // JSON has its text
    if (m_picture) console.say(Text::tr("The invite as a QR code is in %1").arg(m_picturePath));
    return Done{};
}

Outcome<Invite> inviteFrom(const std::string& given) {
    const auto text = inviteText(given);
    if (!text) return Failure{text.fault()};
    const auto invite = inviteFromText(*text);
    if (invite) return *invite;
    const std::string again = Text::tr("Copy the whole text again, or ask for a new invite.");
    switch (invite.fault()) {
    case InviteFault::NotAnInvite:
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("That is not an invite."),
                              {},
                              Text::tr("An invite begins with %1").arg(kScheme)}};
    case InviteFault::Damaged:
        return Failure{Notice{ExitCode::DataInvalid, Text::tr("The invite is incomplete or mistyped."), {}, again}};
    case InviteFault::UnknownVersion: break;
    }
    return Failure{Notice{ExitCode::DataInvalid,
                          Text::tr("A newer version of Puente made this invite."),
                          {},
                          Text::tr("Install that version, or a later one.")}};
}

} // namespace puente
