#include "core/pipeline/holdout.h"

#include "core/base/random.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace patina {

namespace {

constexpr std::size_t fewestToSpareFrom = 6;

/// A 0.95 quantile and a largest value of two scores say next to nothing.
std::size_t fewestHeldOut(std::size_t images)
{
    return images >= 20 ? 5 : 2;
}

std::vector<std::size_t> goodImages(const Dataset &dataset, Split split)
{
    std::vector<std::size_t> images;
    for (std::size_t i = 0; i < dataset.images.size(); ++i)
        if (dataset.images[i].split == split && dataset.images[i].isGood())
            images.push_back(i);
    return images;
}

using Group = std::vector<std::size_t>;

std::vector<Group> shuffledGroups(const std::vector<std::size_t> &images, const Dataset &dataset, Random &random)
{
    std::map<std::string, Group> byName;
    for (const std::size_t image : images)
        byName[dataset.images[image].group].push_back(image);
    std::vector<Group> groups;
    groups.reserve(byName.size());
    for (auto &[name, members] : byName)
        groups.push_back(std::move(members));
    shuffle(groups, random);
    return groups;
}

/// Whole groups with `count` images or somewhat more, at most `most`, never all there are. Where every group is larger,
/// the smallest, provided that it leaves at least half.
std::vector<std::size_t> drawGroups(const std::vector<Group> &groups, std::size_t count, std::size_t most,
                                    std::size_t images)
{
    std::vector<std::size_t> taken;
    for (const Group &group : groups) {
        const std::size_t together = taken.size() + group.size();
        if (taken.size() < count && together <= most && together < images)
            taken.insert(taken.end(), group.begin(), group.end());
    }
    if (!taken.empty())
        return taken;
    const auto smallest = std::ranges::min_element(groups, {}, &Group::size);
    return 2 * smallest->size() <= images ? *smallest : taken;
}

void holdOut(TrainingSplit &split, const Dataset &dataset, double share, Random &random)
{
    const std::size_t images = split.train.size();
    const auto asked = static_cast<std::size_t>(std::lround(share * static_cast<double>(images)));
    const std::size_t fewest = fewestHeldOut(images);
    split.wished = std::max(asked, fewest);
    split.heldOut =
        drawGroups(shuffledGroups(split.train, dataset, random), split.wished, std::max(2 * asked, fewest), images);
    std::ranges::sort(split.heldOut);
    std::erase_if(split.train, [&](std::size_t image) { return std::ranges::binary_search(split.heldOut, image); });
}

/// A part is never on both sides.
void leaveOutShared(TrainingSplit &split, const Dataset &dataset)
{
    std::set<std::string> trained;
    for (const std::size_t image : split.train)
        trained.insert(dataset.images[image].group);
    split.sharedWithTraining =
        std::erase_if(split.heldOut, [&](std::size_t image) { return trained.contains(dataset.images[image].group); });
}

} // namespace

TrainingSplit splitTraining(const Dataset &dataset, double share, std::int64_t maxTrain, std::uint64_t seed)
{
    Random random(seed);
    TrainingSplit split;
    split.train = goodImages(dataset, Split::Train);
    split.heldOut = share > 0.0 ? goodImages(dataset, Split::Validation) : std::vector<std::size_t>{};
    leaveOutShared(split, dataset);
    if (split.heldOut.empty() && share > 0.0 && split.train.size() >= fewestToSpareFrom)
        holdOut(split, dataset, share, random);
    shuffle(split.train, random);
    if (maxTrain > 0 && static_cast<std::size_t>(maxTrain) < split.train.size())
        split.train.resize(static_cast<std::size_t>(maxTrain));
    return split;
}

void noteSplit(const TrainingSplit &split, const JobContext &context)
{
    const std::size_t heldOut = split.heldOut.size();
    const bool drawn = split.wished > 0; // else they are the validation images, however many there are
    if (drawn && (2 * heldOut < split.wished || heldOut > 2 * split.wished))
        context.notice(fmt::format("{} good images are held out for the score scale, not {}: groups stay together, "
                                   "and those of this data set are too large",
                                   heldOut, split.wished));
    if (split.sharedWithTraining > 0)
        context.notice(fmt::format("{} validation images are not used for the score scale: images of their groups are "
                                   "trained on",
                                   split.sharedWithTraining));
}

} // namespace patina
