#include "core/pipeline/holdout.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace patina {

namespace {

constexpr std::size_t fewestToSpareFrom = 6;
constexpr std::size_t fewestHeldOut = 2;

std::vector<std::size_t> goodImages(const Dataset &dataset, Split split)
{
    std::vector<std::size_t> images;
    for (std::size_t i = 0; i < dataset.images.size(); ++i)
        if (dataset.images[i].split == split && dataset.images[i].isGood())
            images.push_back(i);
    return images;
}

/// Fisher-Yates with our own generator: the same order on every machine.
template <typename T>
void shuffle(std::vector<T> &values, Random &random)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[static_cast<std::size_t>(random.below(i))]);
}

/// Moves whole groups from `images` to the result until it holds `count`, never the last group.
std::vector<std::size_t> takeGroups(std::vector<std::size_t> &images, const Dataset &dataset, std::size_t count,
                                    Random &random)
{
    std::map<std::string, std::vector<std::size_t>> groups;
    for (const std::size_t image : images)
        groups[dataset.images[image].group].push_back(image);
    std::vector<std::string> names;
    for (const auto &[name, members] : groups)
        names.push_back(name);
    shuffle(names, random);
    std::vector<std::size_t> taken;
    for (const auto &name : names) {
        const auto &members = groups[name];
        if (taken.size() >= count || taken.size() + members.size() >= images.size())
            break;
        taken.insert(taken.end(), members.begin(), members.end());
    }
    std::ranges::sort(taken);
    std::erase_if(images, [&](std::size_t image) { return std::ranges::binary_search(taken, image); });
    return taken;
}

} // namespace

TrainingSplit splitTraining(const Dataset &dataset, double share, std::int64_t maxTrain, std::uint64_t seed)
{
    Random random(seed);
    TrainingSplit split;
    split.train = goodImages(dataset, Split::Train);
    split.heldOut = share > 0.0 ? goodImages(dataset, Split::Validation) : std::vector<std::size_t>{};
    if (split.heldOut.empty() && share > 0.0 && split.train.size() >= fewestToSpareFrom) {
        const auto wished = static_cast<std::size_t>(std::lround(share * static_cast<double>(split.train.size())));
        split.heldOut = takeGroups(split.train, dataset, std::max(wished, fewestHeldOut), random);
    }
    shuffle(split.train, random);
    if (maxTrain > 0 && static_cast<std::size_t>(maxTrain) < split.train.size())
        split.train.resize(static_cast<std::size_t>(maxTrain));
    return split;
}

} // namespace patina
