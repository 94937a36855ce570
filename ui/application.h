#pragma once

#include <memory>

namespace patina {

class InspectionEngine;

/// The program: command line, session, window, event loop. \returns the exit status: 0 done, 1 failed, 2 wrong usage.
int runApplication(int argc, char **argv, std::shared_ptr<const InspectionEngine> engine);

} // namespace patina
