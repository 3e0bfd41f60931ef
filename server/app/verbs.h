#pragma once

#include "server/app/arguments.h"

namespace puente {

/// One function a verb: data on stdout, everything else on stderr.
Result<Done, Notice> runInit(const Arguments& arguments);
Result<Done, Notice> runServer(const Arguments& arguments);
Result<Done, Notice> runStatus(const Arguments& arguments);
Result<Done, Notice> runBackup(const Arguments& arguments);

/// A line of data on stdout, or of talk on stderr; written out at once.
void printLine(const QString& line);
void sayLine(const QString& line);

} // namespace puente
