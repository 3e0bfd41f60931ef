#pragma once

#include "client/core/notice.h"
#include "client/core/tls_transport.h"
#include "sync/session/claimant.h"
#include "sync/session/document_courier.h"
#include "sync/session/initiator.h"

namespace puente {

Notice noticeOf(TransportFault fault, std::string where);
Notice noticeOf(Initiator::Fault fault, const Initiator& initiator, std::string where);
Notice noticeOf(Claimant::Fault fault, const Claimant& claimant, std::string where);
Notice noticeOf(DocumentCourier::Fault fault, const DocumentCourier& courier, std::string where);
Notice badAddressNotice(std::string address);

/// What people are told about what a server got wrong, and about what it did not take.
std::string incidentText(SyncSummary::Incident incident);
std::string refusalText(Refusal refusal);

} // namespace puente
