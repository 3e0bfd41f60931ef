#pragma once

#include "sync/membership/member_book.h"

namespace puente {

/// Chooses the order in which the records of a space are judged, so that it depends on their set alone. A record comes
/// after its past; an act that takes rights away comes before everything that those it concerns did without knowing of
/// it; where such acts form a ring, the one whose author ranks highest comes first. docs/formats/membership_rules.md.
class Evaluation {
public:
    explicit Evaluation(const RecordGraph& graph);

    Membership run();

private:
    struct Removal {
        std::size_t record = 0;
        std::vector<std::size_t> held; // what must wait for it, ascending
    };
    struct Judged {
        MemberBook book;
        std::vector<std::size_t> holding;
        std::map<std::size_t, VoidReason> isVoid;
        RecordSet done;
        RecordSet outlawed;  // void whatever they say: they make nothing wait
        RecordSet contested; // removals that a majority confirmed, but that did not hold as soon as it counted
    };

    /// What a record did as its author saw it.
    struct View {
        std::map<OrganizationId, std::set<DeviceId>> admins; // before it
        std::optional<VoidReason> verdict;
    };

    /// Who must have signed with a removal in mind, so that the removed party cannot undo it any more.
    struct Majority {
        std::map<OrganizationId, std::vector<std::size_t>> signatures; // of those who decide, with it in their past
        std::vector<std::size_t> rootSignatures;
        std::size_t needed = 0; // none can reach it when it is zero
        bool needsRoot = false;
    };

    Judged evaluate(const RecordSet& among) const;
    Judged judgeWithOutlaws(const RecordSet& among, const std::vector<std::size_t>& confirmed) const;
    void judgeAll(const RecordSet& among, Judged& judged) const;
    void judgeOne(std::size_t record, Judged& judged) const;
    /// Judges what waits for nothing, again and again; false when everything that is left waits for something.
    bool judgeReady(const RecordSet& among, Judged& judged) const;
    std::size_t firstOfRing(const RecordSet& left, const RecordSet& outlawed) const;
    RecordSet awaitedBy(std::size_t record, const RecordSet& left, const RecordSet& outlawed) const;
    /// False for a removal that makes nothing wait, since it never held, or not behind a majority's back.
    bool isInForce(std::size_t removal, const RecordSet& outlawed) const;

    void findRemovals();
    void viewRemovals();
    void view(std::size_t removal);
    bool isRemoval(std::size_t record) const;
    bool concerns(std::size_t removal, std::size_t record) const;
    bool isByRivalAdmission(std::size_t admission, std::size_t record) const;
    using Priority = std::pair<bool, std::uint32_t>;
    Priority priorityOf(std::size_t record) const;
    Priority weakestOf(std::size_t record, const RecordSet& ring) const;
    std::uint32_t rankOf(const OrganizationId& organization) const;

    bool isConfirmed(std::size_t removal, const RecordSet& among, std::optional<std::size_t> against) const;
    std::vector<std::size_t> confirmedAmong(const RecordSet& among) const;
    RecordSet outlawsBy(const std::vector<std::size_t>& confirmed, const RecordSet& among) const;
    const View& viewOf(std::size_t removal) const { return m_views.at(removal); }
    bool isDisowned(std::size_t signature, const RecordSet& among) const;
    bool isByOneWhoKnewItselfOut(std::size_t signature, std::size_t removal) const;
    bool isByAdminInItsView(std::size_t signature) const;
    std::optional<OrganizationId> removerOfItself(std::size_t removal) const;
    Majority majorityFor(std::size_t removal) const;

    const RecordGraph& m_graph;
    std::vector<Removal> m_removals;                 // that are concurrent with anything
    std::vector<std::vector<std::size_t>> m_heldBy;  // by record: which of m_removals
    std::map<OrganizationId, std::uint32_t> m_ranks; // of founders
    std::map<InviteId, std::vector<std::size_t>> m_admissions;
    std::map<DeviceId, std::vector<std::size_t>> m_revokedByRoot; // records of any root's
    std::map<std::size_t, Majority> m_majorities;
    std::map<std::size_t, View> m_views;            // of m_removals, and of others that hold
    mutable std::map<std::size_t, bool> m_byAdmins; // what isByAdminInItsView() found: it takes an evaluation
};

} // namespace puente
