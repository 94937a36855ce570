#include "core/studies/study_command.h"

#include "core/report/shell_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace patina {

std::string studyCommand(const StudyInputs &inputs, const StudySizes &sizes, const StudyRequest &request)
{
    const std::string &kind = request.plan.kind;
    const bool fewImages = kind == "transfer" || kind == "made-like";
    std::string command = "patina-cli study " + kind;
    for (const std::string &folder : inputs.folders)
        command += ' ' + shellWord(folder);
    command += fmt::format(" --out {} --backbone {} --bank-size {} --seeds {}", shellWord(request.out.string()),
                           shellWord(request.backbone), sizes.bankSize, request.seeds);
    if (request.firstSeed != 0)
        command += fmt::format(" --seed {}", request.firstSeed);
    if (sizes.most > 0)
        command += fmt::format(" --max-images {}", sizes.most);
    if (request.scale != 1.0)
        command += fmt::format(" --scale {}", request.scale);
    if (request.resamples != StudyRequest{}.resamples)
        command += fmt::format(" --resamples {}", request.resamples);
    if (fewImages)
        command += fmt::format(" --images {}", fmt::join(sizes.realImages, ","));
    if (fewImages && sizes.keep != KeepRule{})
        command += " --keep " + shellWord(keepRuleText(sizes.keep));
    if (fewImages && !sizes.equalBanks)
        command += " --no-equal-banks";
    if (!inputs.recipe.empty())
        command += " --recipe " + shellWord(inputs.recipe);
    if (kind == "bank-size")
        command += fmt::format(" --bank-sizes {}", fmt::join(sizes.bankSizes, ","));
    if (std::ranges::any_of(inputs.groups, [](const std::string &groups) { return !groups.empty(); }))
        for (const std::string &groups : inputs.groups)
            command += " --groups " + shellWord(groups);
    return command;
}

} // namespace patina
