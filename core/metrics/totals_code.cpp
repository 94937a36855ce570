#include "core/metrics/totals_code.h"

#include "core/base/short_numbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace patina {

namespace {

using nlohmann::json;

constexpr double largestSum = 1e9; ///< of shares: of images, of regions

template <typename T>
json valuesToJson(const std::vector<T> &values)
{
    static_assert(std::is_trivially_copyable_v<T>);
    std::vector<std::uint8_t> bytes(values.size() * sizeof(T));
    if (!bytes.empty())
        std::memcpy(bytes.data(), values.data(), bytes.size());
    return json::binary(std::move(bytes));
}

template <typename T>
std::vector<T> valuesFromJson(const json &object)
{
    static_assert(std::is_trivially_copyable_v<T>);
    const auto &bytes = object.get_binary();
    if (bytes.size() % sizeof(T) != 0)
        throw std::runtime_error("values are cut off");
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!bytes.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

/// Rising numbers by their distances, which take a byte or two each.
json risingToJson(const std::vector<std::uint32_t> &numbers)
{
    std::vector<std::uint8_t> bytes;
    std::uint32_t last = 0;
    for (const std::uint32_t number : numbers)
        appendShort(bytes, number - std::exchange(last, number));
    return json::binary(std::move(bytes));
}

std::vector<std::uint32_t> risingFromJson(const json &object, std::uint64_t most)
{
    ShortNumbers distances(object.get_binary());
    std::vector<std::uint32_t> numbers;
    std::uint64_t last = 0;
    while (!distances.atEnd() && !distances.failed()) {
        last += distances.next(most - last);
        numbers.push_back(static_cast<std::uint32_t>(last));
    }
    if (distances.failed())
        throw std::runtime_error("a bin is none");
    return numbers;
}

json countsToJson(const std::vector<std::uint64_t> &counts)
{
    std::vector<std::uint8_t> bytes;
    for (const std::uint64_t count : counts)
        appendShort(bytes, count);
    return json::binary(std::move(bytes));
}

void countsFromJson(const json &object, std::vector<std::uint64_t> &counts)
{
    ShortNumbers numbers(object.get_binary());
    while (!numbers.atEnd() && !numbers.failed())
        counts.push_back(numbers.next(std::numeric_limits<std::int64_t>::max()));
    if (numbers.failed())
        throw std::runtime_error("counts are cut off");
}

json countsToJson(const std::vector<ExactSum> &sums)
{
    // Those of one image are doubles that went in alone.
    std::vector<double> values;
    for (const ExactSum &sum : sums)
        values.push_back(static_cast<double>(sum));
    if (std::ranges::equal(sums, values, [](const ExactSum &sum, double value) { return sum == ExactSum(value); }))
        return valuesToJson(values);
    std::vector<std::uint64_t> words;
    for (const ExactSum &sum : sums) {
        words.push_back(sum.high());
        words.push_back(sum.low());
    }
    return {{"words", valuesToJson(words)}};
}

void countsFromJson(const json &object, std::vector<ExactSum> &sums)
{
    if (object.is_object()) {
        const auto words = valuesFromJson<std::uint64_t>(object.at("words"));
        if (words.size() % 2 != 0)
            throw std::runtime_error("sums are cut off");
        for (std::size_t i = 0; i < words.size(); i += 2)
            sums.push_back(ExactSum::ofWords(words[i], words[i + 1]));
        return;
    }
    for (const double value : valuesFromJson<double>(object)) {
        if (!(value >= 0.0 && value < largestSum))
            throw std::runtime_error("a sum is none");
        sums.emplace_back(value);
    }
}

template <typename Count>
json histogramToJson(const ScoreHistogram<Count> &histogram)
{
    const auto filled = histogram.filled();
    return {{"bins", risingToJson(filled.bins)}, {"counts", countsToJson(filled.counts)}};
}

template <typename Count>
void addHistogram(const json &object, ScoreHistogram<Count> &histogram)
{
    const auto bins = risingFromJson(object.at("bins"), histogram.pageCount * histogram.pageBins - 1);
    std::vector<Count> counts;
    countsFromJson(object.at("counts"), counts);
    if (bins.size() != counts.size())
        throw std::runtime_error("bins lack their counts");
    for (std::size_t i = 0; i < bins.size(); ++i)
        histogram.addToBin(bins[i], counts[i]);
}

/// Of one good image it is the histogram of its pixels times a factor, which is all that has to be kept then.
json goodFprToJson(const EvaluationTotals &totals)
{
    const auto normal = totals.normal.filled();
    const auto fpr = totals.goodFpr.filled();
    if (!fpr.bins.empty() && fpr.bins == normal.bins) {
        const double factor = static_cast<double>(fpr.counts.front()) / static_cast<double>(normal.counts.front());
        const auto same = [&](std::uint64_t count, const ExactSum &share) {
            return ExactSum(static_cast<double>(count) * factor) == share;
        };
        if (std::ranges::equal(normal.counts, fpr.counts, same))
            return {{"ofNormal", factor}};
    }
    return histogramToJson(totals.goodFpr);
}

double factorFrom(const json &object)
{
    const double factor = object.get<double>();
    if (!(factor >= 0.0 && factor <= 1.0))
        throw std::runtime_error("a factor is none");
    return factor;
}

void addGoodFpr(const json &object, EvaluationTotals &totals)
{
    if (object.contains("ofNormal"))
        totals.goodFpr.addProducts(totals.normal, factorFrom(object.at("ofNormal")));
    else
        addHistogram(object, totals.goodFpr);
}

json imagesToJson(const std::vector<ImageOutcome> &images)
{
    json list = json::array();
    for (const ImageOutcome &image : images) {
        // A file name need not be UTF-8.
        json entry{{"id", json::binary({image.id.begin(), image.id.end()})},
                   {"class", image.classIndex},
                   {"role", static_cast<int>(image.role)},
                   {"score", image.score},
                   {"group", json::binary({image.group.begin(), image.group.end()})},
                   {"falseRegions", image.falseRegions},
                   {"mapSize", {image.mapSize.width, image.mapSize.height}}};
        if (image.peak)
            entry["peak"] = *image.peak;
        if (image.regions.levels)
            entry["regions"] = json::binary(image.regions.levels->encoded());
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<ImageOutcome> imagesFromJson(const json &list, int classes)
{
    std::vector<ImageOutcome> images;
    for (const json &entry : list) {
        ImageOutcome &image = images.emplace_back();
        const auto &id = entry.at("id").get_binary();
        image.id.assign(id.begin(), id.end());
        const auto &group = entry.at("group").get_binary();
        image.group.assign(group.begin(), group.end());
        entry.at("falseRegions").get_to(image.falseRegions);
        image.mapSize = {entry.at("mapSize").at(0).get<int>(), entry.at("mapSize").at(1).get<int>()};
        entry.at("class").get_to(image.classIndex);
        image.role = static_cast<ImageRole>(entry.at("role").get<int>());
        entry.at("score").get_to(image.score);
        if (entry.contains("peak"))
            image.peak = entry.at("peak").get<float>();
        if (entry.contains("regions")) {
            auto levels = RegionLevels::decoded(entry.at("regions").get_binary());
            if (!levels)
                throw std::runtime_error(levels.error().detail);
            image.regions.levels = std::make_shared<const RegionLevels>(*std::move(levels));
        }
        if (image.classIndex >= classes)
            throw std::runtime_error("a class is none");
    }
    return images;
}

/// As it lies in memory, without cv::Rect, which is not trivially copyable.
struct PlainRegion
{
    std::int64_t image;
    std::int64_t areaPx;
    int classIndex, x, y, width, height;
    float peak;
    OverlapScores overlapScores;
    std::int32_t unused = 0; ///< no byte that is sent is left to chance
};
static_assert(sizeof(PlainRegion) == 2 * sizeof(std::int64_t) + 6 * sizeof(int) + 4 * sizeof(float));

std::vector<PlainRegion> plain(const std::vector<RegionOutcome> &regions)
{
    std::vector<PlainRegion> all;
    for (const RegionOutcome &r : regions)
        all.push_back(
            {r.image, r.areaPx, r.classIndex, r.box.x, r.box.y, r.box.width, r.box.height, r.peak, r.overlapScores});
    return all;
}

std::vector<RegionOutcome> regionsFromJson(const json &object, int classes, std::int64_t images)
{
    std::vector<RegionOutcome> regions;
    for (const PlainRegion &r : valuesFromJson<PlainRegion>(object)) {
        if (r.classIndex < 0 || r.classIndex >= classes || r.image < 0 || r.image >= images)
            throw std::runtime_error("a region is of no image");
        regions.push_back({r.image, r.classIndex, {r.x, r.y, r.width, r.height}, r.areaPx, r.peak, r.overlapScores});
    }
    return regions;
}

std::vector<std::uint8_t> hasRecallFrom(const json &object, const EvaluationTotals &totals)
{
    const auto hasRecall = valuesFromJson<std::uint8_t>(object.at("hasRecall"));
    const auto recalls = std::ranges::count(hasRecall, std::uint8_t{1});
    if (hasRecall.size() != totals.outcomes.images.size() || recalls != std::ssize(totals.recalls))
        throw std::runtime_error("recalls are of no image");
    return hasRecall;
}

EvaluationTotals decode(const json &object, std::size_t classes, std::span<const ThresholdTally> thresholds)
{
    const auto classCount = static_cast<int>(classes);
    EvaluationTotals totals;
    totals.outcomes.images = imagesFromJson(object.at("images"), classCount);
    const auto images = std::ssize(totals.outcomes.images);
    totals.outcomes.defects = regionsFromJson(object.at("defects"), classCount, images);
    totals.outcomes.impurities = regionsFromJson(object.at("impurities"), classCount, images);
    object.at("ignoredRegions").get_to(totals.outcomes.ignoredRegions);
    const auto counts = valuesFromJson<EvaluationCounts>(object.at("counts"));
    totals.thresholds = valuesFromJson<ThresholdTally>(object.at("thresholds"));
    const auto sameThreshold = [](const ThresholdTally &a, const ThresholdTally &b) {
        return a.threshold == b.threshold;
    };
    if (counts.size() != 1 || totals.outcomes.ignoredRegions.size() != classes ||
        !std::ranges::equal(totals.thresholds, thresholds, sameThreshold))
        throw std::runtime_error("other classes or thresholds");
    totals.counts = counts.front();
    addHistogram(object.at("normal"), totals.normal);
    addHistogram(object.at("defect"), totals.defect);
    addHistogram(object.at("overlap"), totals.overlap);
    addGoodFpr(object.at("goodFpr"), totals);
    for (const json &points : object.at("recalls"))
        totals.recalls.emplace_back(valuesFromJson<RecallSketch::Point>(points));
    totals.hasRecall = hasRecallFrom(object, totals);
    object.at("goodPixels").get_to(totals.goodPixels);
    return totals;
}

} // namespace

std::vector<std::uint8_t> encodedTotals(const EvaluationTotals &totals)
{
    json recalls = json::array();
    for (const RecallSketch &sketch : totals.recalls)
        recalls.push_back(valuesToJson(sketch.points()));
    return json::to_cbor({{"images", imagesToJson(totals.outcomes.images)},
                          {"defects", valuesToJson(plain(totals.outcomes.defects))},
                          {"impurities", valuesToJson(plain(totals.outcomes.impurities))},
                          {"ignoredRegions", totals.outcomes.ignoredRegions},
                          {"counts", valuesToJson(std::vector{totals.counts})},
                          {"normal", histogramToJson(totals.normal)},
                          {"defect", histogramToJson(totals.defect)},
                          {"overlap", histogramToJson(totals.overlap)},
                          {"goodFpr", goodFprToJson(totals)},
                          {"recalls", std::move(recalls)},
                          {"hasRecall", valuesToJson(totals.hasRecall)},
                          {"goodPixels", totals.goodPixels},
                          {"thresholds", valuesToJson(totals.thresholds)}});
}

Result<EvaluationTotals> totalsFrom(std::span<const std::uint8_t> bytes, std::size_t classes,
                                    std::span<const ThresholdTally> thresholds)
{
    try {
        return decode(json::from_cbor(bytes.begin(), bytes.end()), classes, thresholds);
    } catch (const std::exception &error) {
        return fail(ErrorCode::BadFormat, std::string("figures of other images cannot be used: ") + error.what());
    }
}

} // namespace patina
