#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace patina::formats {

using XmlAttributes = std::map<std::string, std::string, std::less<>>;

/// What is done with the elements of an XML file; text between them is passed over. A failure ends the reading.
class XmlElements
{
public:
    virtual ~XmlElements() = default;
    virtual Result<void> begin(const std::string &name, XmlAttributes attributes) = 0;
    virtual void end(const std::string &name) = 0;
};

/// Reads element by element, so that memory does not grow with the file. No document type and so no entities of its
/// own; nested up to 32 deep. Stage "read" (bytes). Errors: NotFound, Unreadable, BadFormat with the line, Unsupported
/// (a document type), TooLarge (bytes, depth), OutOfMemory, Cancelled, those of `elements`.
Result<void> readXml(const std::filesystem::path &file, XmlElements &elements, const JobContext &context);

/// The text with what XML needs escaped, for a value in double quotes; control characters that it cannot hold as '?'.
std::string xmlText(std::string_view text);

} // namespace patina::formats
