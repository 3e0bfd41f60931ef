#include "client/core/new_folder.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace puente {

Outcome<NewFolder> NewFolder::at(const std::string& folder, platform::Access access) {
    NewFolder made(folder, access);
    const bool isTaken = platform::exists(folder);
    if (isTaken || platform::exists(made.making())) {
        const std::string taken = isTaken ? folder : made.making();
        made.m_folder.clear(); // it is not this one's to remove
        if (isTaken)
            return Failure{usageNotice(Text::tr("There is something of that name already."),
                                       Text::tr("Name a folder that is not there yet: --out FOLDER."), taken)};
        return Failure{usageNotice(Text::tr("This is left of an earlier time that did not come to its end."),
                                   Text::tr("Remove it, and do it again."), taken)};
    }
    if (const auto done = platform::makePrivateFolder(made.making()); !done)
        return Failure{noticeOf(done.fault(), made.making())};
    return made;
}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})), m_access(other.m_access), m_files(std::move(other.m_files)) {
}

NewFolder::~NewFolder() {
    std::error_code ignored;
    if (!m_folder.empty()) std::filesystem::remove_all(making(), ignored);
}

Outcome<Done> NewFolder::add(const std::string& name, ByteView content) {
    return add(name, [&](const PieceSink& sink) { return sink(content); });
}

Outcome<Done> NewFolder::add(const std::string& name, const std::function<Outcome<Done>(const PieceSink&)>& write) {
    const std::string path = making() + "/" + name, shown = m_folder + "/" + name;
    const std::string parent = path.substr(0, path.rfind('/'));
    if (const auto made = platform::makePrivateFolder(parent); !made) return Failure{noticeOf(made.fault(), parent)};
    auto file = platform::OutputFile::beside(path, m_access);
    if (!file) return Failure{noticeOf(file.fault(), shown)};
    Written written{.name = name, .hash = {}, .size = 0};
    Sha256Hasher hasher;
    const auto done = write([&](ByteView piece) -> Outcome<Done> {
        if (const auto kept = file->write(piece); !kept) return Failure{noticeOf(kept.fault(), shown)};
        hasher.add(piece);
        written.size += piece.size();
        return Done{};
    });
    if (!done) return done;
    if (const auto placed = file->create(); !placed) return Failure{noticeOf(placed.fault(), shown)};
    written.hash = hasher.finish();
    m_files.push_back(std::move(written));
    return Done{};
}

Outcome<Done> NewFolder::place() {
    if (const auto moved = platform::moveInto(making(), m_folder); !moved)
        return Failure{noticeOf(moved.fault(), m_folder)};
    m_folder.clear();
    return Done{};
}

} // namespace puente
