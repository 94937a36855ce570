#include "core/index/faiss_version.h"

#include <faiss/Index.h>
#include <fmt/format.h>

namespace patina {

std::string faissVersion()
{
    return fmt::format("{}.{}.{}", FAISS_VERSION_MAJOR, FAISS_VERSION_MINOR, FAISS_VERSION_PATCH);
}

} // namespace patina
