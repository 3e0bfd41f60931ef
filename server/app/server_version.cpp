#include "server/app/server_version.h"

namespace puente {

EventWord serverVersion() {
    return PUENTE_VERSION;
}

} // namespace puente
