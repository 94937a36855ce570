#include "core/studies/study_images.h"

#include "core/base/random.h"
#include "core/base/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace patina {

namespace {

/// Figures that need the maps.
constexpr const char *mapFigures[] = {"image.ap", "pixel.auroc", "pixel.aupro30", "pixel.aupro05"};

std::string fileText(const std::filesystem::path &file)
{
    std::error_code ec;
    const auto bytes = std::filesystem::file_size(file, ec);
    const auto changed = std::filesystem::last_write_time(file, ec).time_since_epoch().count();
    return fmt::format("{} {}", ec ? 0 : bytes, ec ? 0 : changed);
}

} // namespace

Dataset drawnDataset(const Dataset &dataset, std::int64_t images, std::uint64_t seed)
{
    Dataset drawn = dataset;
    std::erase_if(drawn.images,
                  [](const ImageRecord &image) { return image.split != Split::Train || !image.isGood(); });
    Random random(seed ^ 0x7A5D4C3B2A190807ULL);
    for (std::size_t i = drawn.images.size(); i > 1; --i) // Fisher-Yates
        std::swap(drawn.images[i - 1], drawn.images[random.below(i)]);
    if (images > 0 && images < std::ssize(drawn.images))
        drawn.images.resize(static_cast<std::size_t>(images));
    std::ranges::sort(drawn.images, {}, &ImageRecord::id);
    return drawn;
}

std::string datasetDigest(const Dataset &dataset)
{
    Sha256 hash;
    const auto add = [&](const std::string &text) {
        const std::string line = fmt::format("{} {}\n", text.size(), text);
        hash.update({reinterpret_cast<const std::uint8_t *>(line.data()), line.size()});
    };
    for (const LabelClass &labelClass : dataset.classes)
        add(fmt::format("{} {}", labelClass.name, classKindName(labelClass.kind)));
    for (const ImageRecord &image : dataset.images) {
        add(image.id);
        add(fmt::format("{} {}", splitName(image.split), image.className));
        add(image.group);
        add(fileText(image.path));
        for (const MaskFile &mask : image.masks)
            add(mask.className + ' ' + fileText(mask.path));
    }
    return hash.finish();
}

void takeOutcomes(const Evaluation &evaluation, StudyRunResult &result)
{
    const Outcomes &outcomes = evaluation.outcomes;
    std::vector<std::int64_t> place(outcomes.images.size(), -1);
    for (std::size_t i = 0; i < outcomes.images.size(); ++i) {
        const ImageOutcome &image = outcomes.images[i];
        if (image.role == ImageRole::LeftOut)
            continue;
        place[i] = std::ssize(result.images);
        result.images.push_back({image.id, image.group, image.role == ImageRole::Good, image.score});
    }
    const auto take = [&](const std::vector<RegionOutcome> &regions, bool impurity) {
        for (const RegionOutcome &region : regions)
            result.regions.push_back({place[static_cast<std::size_t>(region.image)],
                                      evaluation.classes[static_cast<std::size_t>(region.classIndex)].name, impurity,
                                      static_cast<double>(region.peak)});
    };
    take(outcomes.defects, false);
    take(outcomes.impurities, true);
    for (const NamedFigure &figure : flatFigures(evaluation))
        if (std::ranges::find(mapFigures, figure.name) != std::end(mapFigures))
            result.figures.emplace_back(figure.name, figure.figure.value);
    std::ranges::sort(result.figures); // as they are read again
}

} // namespace patina
