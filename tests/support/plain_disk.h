#pragma once

#include "sync/sql/sealed_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace puente::test {

/// All bytes of all files of a folder, one file behind the other.
inline Bytes filesOf(const std::string& folder) {
    Bytes all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        all.insert(all.end(), std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return all;
}

inline Bytes fileAt(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// What lies on the disk of a replica folder for whoever has its storage key: every page of the database in clear, free
/// ones too, and every frame of its log, also those that no recovery would read any more.
inline Bytes plainDisk(const std::string& folder, ByteView key) {
    const PageSeal seal(key);
    const Bytes pages = fileAt(folder + "/replica.db"), log = fileAt(folder + "/replica.db-swal");
    const auto file = seal.fileOf(pages);
    expects(file.ok());
    Bytes all;
    const auto open = [&](PagePlace::Kind kind, std::uint32_t number, ByteView sealed) {
        Bytes plain(sealed.size() - PageSeal::kOverhead);
        if (seal.open({.kind = kind, .file = *file, .number = number}, sealed, plain)) append(all, plain);
    };
    for (std::size_t at = 0; at + kPageSize <= pages.size(); at += kPageSize)
        open(PagePlace::Kind::Page, static_cast<std::uint32_t>(at / kPageSize + 1),
             ByteView(pages).subspan(at, kPageSize));
    constexpr std::size_t kHeader = kLogHeaderSize + PageSeal::kOverhead;
    for (std::size_t at = kHeader; at + kFrameSize <= log.size(); at += kFrameSize)
        open(PagePlace::Kind::Frame, static_cast<std::uint32_t>((at - kHeader) / kFrameSize + 1),
             ByteView(log).subspan(at, kFrameSize));
    return all;
}

} // namespace puente::test
