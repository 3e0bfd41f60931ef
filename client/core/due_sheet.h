#pragma once

#include "client/core/records.h"
#include "client/core/sheet.h"
#include "client/domain/follow_up/due_list.h"

#include <vector>

namespace puente {

/// What is waited for, a row each: how it stands, what it is, until when, who, and what it is about.
Sheet dueSheet(const Records& records, std::string name, std::string title, const std::vector<DueItem>& items);

} // namespace puente
