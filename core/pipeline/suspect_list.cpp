#include "core/pipeline/suspect_list.h"

#include "core/base/atomic_file.h"
#include "core/dataset/csv.h"

#include <fmt/format.h>

namespace patina {

std::string suspectListHeader()
{
    return "image,x,y,width,height,loneliness,rows,picture\n";
}

std::string suspectListLine(const SuspectRegion &suspect, const std::string &picture)
{
    return fmt::format("{},{},{},{},{},{:.3f},{},{}\n", csvField(suspect.image), suspect.areaPx.x, suspect.areaPx.y,
                       suspect.areaPx.width, suspect.areaPx.height, suspect.loneliness, suspect.rows, picture);
}

Result<void> writeSuspectList(std::span<const SuspectRegion> suspects, const std::filesystem::path &file)
{
    std::string text = suspectListHeader();
    for (const SuspectRegion &suspect : suspects)
        text += suspectListLine(suspect, {});
    return writeTextFile(file, text);
}

} // namespace patina
