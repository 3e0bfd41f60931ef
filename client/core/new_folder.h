#pragma once

#include "client/core/file_pieces.h"
#include "common/crypto/sha256.h"

#include <functional>
#include <string>
#include <vector>

namespace puente {

/// A folder in the making: its files are written into another one beside its place ("NAME.part"), which is moved there
/// when all of them are. So it is whole or not there at all; what was not placed is removed.
class NewFolder {
public:
    /// Refuses a place where something is already.
    static Outcome<NewFolder> at(const std::string& folder, platform::Access access);
    NewFolder(NewFolder&& other) noexcept;
    NewFolder& operator=(NewFolder&&) = delete;
    ~NewFolder();

    /// `name` may name a folder in it: "data/agreement.csv". Never one that others chose.
    Outcome<Done> add(const std::string& name, ByteView content);
    /// The same for content that comes piece by piece: `write` is given what takes one.
    Outcome<Done> add(const std::string& name, const std::function<Outcome<Done>(const PieceSink&)>& write);

    struct Written {
        std::string name;
        Sha256 hash;
        std::uint64_t size = 0;
    };
    /// In the order in which they were added.
    const std::vector<Written>& files() const { return m_files; }

    Outcome<Done> place();

private:
    NewFolder(std::string folder, platform::Access access) : m_folder(std::move(folder)), m_access(access) {}
    std::string making() const { return m_folder + ".part"; }

    std::string m_folder; // empty once it was placed, or moved from
    platform::Access m_access;
    std::vector<Written> m_files;
};

} // namespace puente
