#include "client/cli/command.h"

#include "client/core/text.h"

namespace puente {

std::string Arguments::text(const std::string& name, std::string fallback) const {
    const auto found = m_values.find(name);
    if (found == m_values.end() || found->second.empty()) return fallback;
    return found->second.back();
}

std::vector<std::string> Arguments::list(const std::string& name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::vector<std::string>{} : found->second;
}

Outcome<Workspace*> Invocation::workspace() {
    if (m_workspace) return m_workspace.get();
    auto opened = Workspace::open(m_options.home, PassphraseSource(m_options.passphraseFile));
    if (!opened) return Failure{opened.fault()};
    m_workspace = std::move(*opened);
    if (m_workspace->wasSealedNow())
        console.say(Text::tr("This replica's file was readable to whoever takes the disk. It is sealed now, and opens "
                             "with your passphrase only."));
    return m_workspace.get();
}

Outcome<SpaceId> Invocation::space() {
    auto workspace = this->workspace();
    if (!workspace) return Failure{workspace.fault()};
    return (*workspace)->findSpace(arguments.text("--space"));
}

Outcome<Records*> Invocation::records() {
    if (m_records) return m_records.get();
    const auto space = this->space();
    if (!space) return Failure{space.fault()};
    auto records = Records::in(*m_workspace, *space);
    if (!records) return Failure{records.fault()};
    m_records = std::move(*records);
    return m_records.get();
}

Outcome<std::vector<SpaceId>> Invocation::spaces() {
    if (arguments.has("--space")) {
        const auto space = this->space();
        if (!space) return Failure{space.fault()};
        return std::vector{*space};
    }
    const auto workspace = this->workspace();
    if (!workspace) return Failure{workspace.fault()};
    std::vector<SpaceId> all;
    for (const SpaceInfo& info : (*workspace)->replica().spaces())
        all.push_back(info.id);
    if (all.empty()) return Failure{(*workspace)->findSpace("").fault()};
    return all;
}

OptionSpec spaceOption() {
    return {"--space", Text::tr("NAME"), Text::tr("The space; may be left out when there is only one.")};
}

} // namespace puente
