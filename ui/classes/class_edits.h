#pragma once

#include "core/base/result.h"
#include "core/project/change.h"
#include "core/project/contents.h"

#include <string>

// Changes of the list of classes. Labels name classes, and follow.
namespace patina {

/// A class at the end of the list. Errors: BadArgument (no name for a class; there already).
Result<Change> addClass(const ProjectContents &contents, const std::string &name, ClassKind kind);
/// Labels are called that from then on. Errors: BadArgument (as addClass; not there).
Result<Change> renameClass(const ProjectContents &contents, const std::string &from, const std::string &to);
Result<Change> setClassKind(const ProjectContents &contents, const std::string &name, ClassKind kind);
/// One place up (-1) or down (1) in the list, and of the keys. No edit at an end.
Result<Change> moveClass(const ProjectContents &contents, const std::string &name, int by);
/// Errors: BadArgument (labels are of it, with their number; not there).
Result<Change> removeClass(const ProjectContents &contents, const std::string &name);

} // namespace patina
