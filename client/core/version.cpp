#include "client/core/version.h"

namespace puente {

std::string_view programVersion() {
    return PUENTE_VERSION;
}

} // namespace puente
