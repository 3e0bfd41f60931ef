#include "client/cli/invite_output.h"

#include "client/cli/json_writer.h"
#include "client/core/platform/files.h"
#include "client/core/qr.h"
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

/// Drawn on the terminal for “-”, else a file that prints sharp at any size.
Outcome<Done> writeQr(Console& console, const std::string& text, const std::string& file) {
    const auto code = QrCode::of(text);
    if (!code)
        return Failure{Notice{ExitCode::DataInvalid,
                              Text::tr("The invite is too long for a QR code."),
                              {},
                              Text::tr("Hand it over as a file: --out.")}};
    if (file == "-") {
        if (!console.json()) console.line(qrText(*code)); // its text is in the document
        return Done{};
    }
    const auto written = platform::replaceFile(file, bytesOf(qrSvg(*code)), platform::Access::Owner);
    if (!written) return Failure{noticeOf(written.fault(), file)};
    console.say(Text::tr("The invite as a QR code is in %1").arg(file));
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

Outcome<Done> writeInvite(Invocation& invocation, const Invite& invite) {
    const std::string text = toText(invite), file = invocation.arguments.text("--out");
    if (!file.empty()) {
        const auto written = platform::replaceFile(file, bytesOf(text + "\n"), platform::Access::Owner);
        if (!written) return Failure{noticeOf(written.fault(), file)};
    }
    if (invocation.console.json())
        invocation.console.data(JsonWriter()
                                    .beginObject()
                                    .member("invite", text)
                                    .member("space", invite.spaceName)
                                    .member("role", wordOf(invite.role))
                                    .member("expires", isoTime(invite.expires))
                                    .endObject()
                                    .takeLine());
    else if (file.empty())
        invocation.console.line(text);
    if (!file.empty()) invocation.console.say(Text::tr("The invite is in %1").arg(file));
    const std::string picture = invocation.arguments.text("--qr");
    return picture.empty() ? Outcome<Done>(Done{}) : writeQr(invocation.console, text, picture);
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
