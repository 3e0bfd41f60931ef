#include <QUrl>

#include "client/core/proxy.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <cstdlib>

namespace puente {

Outcome<std::optional<HttpProxy>> proxyFromEnvironment() {
    const char* text = std::getenv("PUENTE_PROXY");
    if (!text || !*text) return std::optional<HttpProxy>();
    const QUrl url(QString::fromUtf8(text), QUrl::StrictMode);
    if (url.scheme() != QLatin1String("http") || url.host().isEmpty() || url.port() <= 0)
        return Failure{usageNotice(Text::tr("PUENTE_PROXY does not name a proxy."),
                                   Text::tr("Write it as http://host:port."))}; // not repeated: it may hold a password
    return std::optional(HttpProxy{.host = url.host().toStdString(),
                                   .port = static_cast<std::uint16_t>(url.port()),
                                   .user = url.userName().toStdString(),
                                   .password = url.password().toStdString()});
}

} // namespace puente
