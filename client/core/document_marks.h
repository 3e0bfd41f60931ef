#pragma once

#include "client/core/workspace.h"

#include <map>
#include <vector>

namespace puente {

/// Which documents `sync` brings here by itself. What is not brought can always be fetched.
struct DocumentPolicy {
    enum class Kind : std::uint8_t {
        TextOnly = 1,    ///< none
        UpTo = 2,        ///< those of at most this size
        MeetingFirst = 3 ///< the papers of the next meeting, whatever their size, then as UpTo
    };
    Kind kind = Kind::TextOnly;
    std::uint64_t sizeMax = 0; ///< bytes of one file

    friend bool operator==(const DocumentPolicy&, const DocumentPolicy&) = default;
};

/// What this replica remembers about documents beside their records and chunks: what a server is known to have, what
/// to bring here, and what is being attached. Small tables in the replica's own file.
class DocumentMarks {
public:
    static Outcome<DocumentMarks> in(Workspace& workspace);

    Outcome<DocumentPolicy> policy() const;
    Outcome<Done> setPolicy(const DocumentPolicy& policy);

    enum class There : std::uint8_t {
        Unknown = 0, ///< nobody has asked yet
        Whole = 1,
        Lacking = 2 ///< the server has nothing of it, or not all: a member that has it supplies it
    };
    /// What is known of the server's present life; another one may have lost everything.
    Outcome<std::map<DocumentId, There>> of(const SpaceId& space) const;
    Outcome<Done> note(const SpaceId& space, const DocumentId& document, There there);
    /// After a server said that it lost data, or did something else that nobody can rely on.
    Outcome<Done> forget(const SpaceId& space);

    /// The keys under which files were being sealed that no record names yet. Noted before anything is sealed, so that
    /// what a crash leaves of it is found.
    Outcome<std::vector<ErasableId>> attaching(const SpaceId& space) const;
    Outcome<Done> beginAttaching(const SpaceId& space, const ErasableId& key);
    Outcome<Done> endAttaching(const SpaceId& space, const ErasableId& key);

private:
    explicit DocumentMarks(Workspace& workspace) : m_workspace(&workspace) {}
    Outcome<Done> changeAttaching(const char* sql, const SpaceId& space, const ErasableId& key);

    Workspace* m_workspace; // not owned
};

} // namespace puente
