#include "sync/session/document_courier.h"
namespace puente {
class DocumentCourier::Parts { public: std::vector<DocumentTransfer> transfers; };
DocumentCourier::DocumentCourier(DocumentStore&, const SigningKey&, Entropy&, Options) : m_parts(std::make_unique<Parts>()) {}
DocumentCourier::~DocumentCourier() = default;
Result<Done, DocumentCourier::Fault> DocumentCourier::start(Instant) { return Failure{Fault::Frame}; }
Result<Done, DocumentCourier::Fault> DocumentCourier::feed(ByteView, Instant) { return Failure{Fault::Frame}; }
Result<Done, DocumentCourier::Fault> DocumentCourier::tick(Instant) { return Failure{Fault::Frame}; }
Result<Done, DocumentCourier::Fault> DocumentCourier::connectionLost() { return Failure{Fault::Frame}; }
Bytes DocumentCourier::takeOutput() { return {}; }
bool DocumentCourier::isDone() const { return true; }
const std::vector<DocumentTransfer>& DocumentCourier::transfers() const { return m_parts->transfers; }
SqlFault DocumentCourier::storeFault() const { return SqlFault::Storage; }
SessionError DocumentCourier::serverError() const { return SessionError::Protocol; }
}
